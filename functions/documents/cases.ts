/** Who may do what with documents, row by row of P-04's table; written without reading the rules. */
import { allowed, type Cases, owners, viewAllDocumentation } from '../../shared/rules/cases.ts'

export const cases = {
  // Row "import documents": all but Full Feedback. The owner keeps the dossier (D-01).
  'document.import': [
    allowed(
      'P-04',
      [
        'Administrator of the dossier',
        'Full Access of the dossier',
        'Document Processing of the dossier',
        'Document Processing + Archive of the dossier',
        'Document Delivery of the dossier',
      ],
      { dossier: ['active'] },
    ),
    allowed('D-01', owners, { dossier: ['active'] }),
  ],
  // Row "send documents": the same profiles. Sending is the client's act, not the owner's.
  'document.send': [
    allowed(
      'P-04',
      [
        'Administrator of the dossier',
        'Full Access of the dossier',
        'Document Processing of the dossier',
        'Document Processing + Archive of the dossier',
        'Document Delivery of the dossier',
      ],
      { dossier: ['active'] },
    ),
  ],
  // Row "see documents in process": Document Delivery has a list too, of its own documents alone.
  'document.list': [
    allowed('P-04', [
      'Administrator of the dossier',
      'Full Access of the dossier',
      'Document Processing of the dossier',
      'Document Processing + Archive of the dossier',
      'Document Delivery of the dossier',
    ]),
    allowed('D-01', owners),
  ],
  'document.read': [
    allowed('P-04', [
      'Administrator of the dossier',
      'Full Access of the dossier',
      'Document Processing of the dossier',
      'Document Processing + Archive of the dossier',
    ]),
    allowed('P-04', ['Document Delivery of the dossier'], { author: ['oneself'] }),
    allowed('D-01', owners),
  ],
  // Row "digital archive": a profile never reaches a module that the dossier has off (P-02).
  'archive.read': [
    allowed(
      'P-04',
      [
        'Administrator of the dossier',
        'Full Access of the dossier',
        'Document Processing + Archive of the dossier',
        'Full Feedback of the dossier',
      ],
      { archive: ['on'] },
    ),
    allowed('D-01', owners),
    allowed('S-12', viewAllDocumentation),
  ],
} as const satisfies Cases
