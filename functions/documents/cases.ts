/** Who may do what with documents, row by row of P-04's table; written without reading the rules. */
import {
  active,
  allowed,
  type Cases,
  collaborators,
  covered,
  editAllDocumentation,
  editAssignedDocumentation,
  notConfidential,
  notWholly,
  owners,
  P04,
  shared,
  sharedToWrite,
  viewAllDocumentation,
  viewAssignedDocumentation,
} from '../../shared/rules/cases.ts'

const seeing = P04['see documents in process']

/** Who decides on a document: named, or in the place of somebody who is and is absent (B-11), while it waits for it. */
const toApprove = { ...active, approval: ['to approve'], author: ['another'] } as const
const asNamed = { ...toApprove, approver: ['named'] } as const
const orInTheirPlace = { ...toApprove, approver: ['named', 'for the absent'] } as const

export const cases = {
  // Row "import documents". What is imported into a wholly confidential dossier starts confidential (D-08): no wide
  // scope writes there; a profile of the dossier is none, and importing reads nothing.
  'document.import': [
    allowed('P-04', P04['import documents'](), { ...active, ...notConfidential }),
    allowed('D-01', owners, active),
    allowed('D-03', collaborators, { ...active, ...sharedToWrite }),
    allowed('S-05', editAllDocumentation, { ...active, ...notConfidential }),
    allowed('S-12', editAssignedDocumentation, { ...active, ...covered, ...notConfidential }),
  ],
  // Row "see documents in process": all, none, or own; Document Delivery has a list, too, of its own documents alone. The
  // list is open to whoever may read some of them.
  'document.list': [
    allowed('P-04', seeing('all'), notWholly),
    allowed('P-04', seeing('own'), notWholly),
    allowed('D-09', owners),
    allowed('D-09', collaborators, shared),
    allowed('S-05', viewAllDocumentation, notWholly),
    allowed('S-12', viewAssignedDocumentation, { ...covered, ...notWholly }),
  ],
  // The same row: own, or to be approved by them. A client user is none of those who read what is confidential (D-09),
  // not even what they put in or are to approve.
  'document.read': [
    allowed('P-04', seeing('all'), notConfidential),
    allowed('P-04', seeing('own'), { ...notConfidential, author: ['oneself'] }),
    // Nobody decides on what they cannot see. To stand in for somebody shows nothing.
    allowed('P-04', P04['approve documents']('named'), {
      ...notConfidential,
      approver: ['named'],
      approval: ['to approve'],
    }),
    allowed('D-09', owners),
    allowed('D-09', collaborators, shared),
    allowed('S-05', viewAllDocumentation, notConfidential),
    allowed('S-12', viewAssignedDocumentation, { ...covered, ...notConfidential }),
  ],
  // Row "process documents", and whoever writes in the dossier by owning it or by a share; no scope.
  'document.process': [
    allowed('P-04', P04['process documents'](), { ...active, ...notConfidential }),
    allowed('D-01', owners, active),
    allowed('D-03', collaborators, { ...active, ...sharedToWrite }),
  ],
  // Row "approve documents": when named, whoever reaches the dossier, and nobody their own (P-07).
  'document.approve': [
    allowed('P-04', P04['approve documents']('named'), { ...asNamed, ...notConfidential }),
    // By a deputy's own rights: a profile that does not see the document decides nothing on it.
    allowed('B-11', seeing('all'), { ...orInTheirPlace, ...notConfidential }),
    allowed('P-07', owners, orInTheirPlace),
    allowed('P-07', collaborators, { ...orInTheirPlace, ...shared }),
    allowed('P-07', viewAllDocumentation, { ...orInTheirPlace, ...notConfidential }),
    allowed('P-07', viewAssignedDocumentation, { ...orInTheirPlace, ...covered, ...notConfidential }),
  ],
  // Row "digital archive": a profile never reaches a module that the dossier has off (P-02). What it holds are documents
  // of the dossier: the share is of the whole of it (D-04), the scope of all that is not confidential (S-12).
  'archive.read': [
    allowed('P-04', P04['digital archive'](), { archive: ['on'], ...notConfidential }),
    allowed('D-01', owners),
    allowed('D-04', collaborators, shared),
    allowed('S-12', viewAllDocumentation, notConfidential),
    allowed('S-12', viewAssignedDocumentation, { ...covered, ...notConfidential }),
  ],
} as const satisfies Cases
