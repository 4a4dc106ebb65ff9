/** Who approves by mail, and who sees what is set of it, as the requirements say it; written without reading the rules. */
import {
  active,
  allowed,
  type Cases,
  collaborators,
  covered,
  everyoneActive,
  notConfidential,
  owners,
  P04,
  shared,
  viewAllDocumentation,
  viewAssignedDocumentation,
} from '../../shared/rules/cases.ts'

/** What is to be approved, of another's putting in; with the live link for it, mailed to themself. */
const byLink = {
  ...active,
  approval: ['to approve'],
  author: ['another'],
  holder: ['oneself'],
  purpose: ['this'],
  link: ['live'],
} as const
const orInTheirPlace = { ...byLink, approver: ['named', 'for the absent'] } as const

export const cases = {
  // As when signed in, with the link besides. Who stands in for somebody decides by their own rights (B-11).
  'document.approve-by-link': [
    allowed('P-07', P04['approve documents']('named'), { ...byLink, ...notConfidential, approver: ['named'] }),
    allowed('B-11', P04['see documents in process']('all'), { ...orInTheirPlace, ...notConfidential }),
    allowed('P-07', owners, orInTheirPlace),
    allowed('P-07', viewAllDocumentation, { ...orInTheirPlace, ...notConfidential }),
  ],
  // Everybody's own list; what is in it is decided one document at a time.
  'approval.list': [allowed('P-07', everyoneActive)],
  // Row "dossier settings", and whoever reaches the dossier. The configuration is no content: confidentiality changes
  // nothing.
  'portal-settings.read': [
    allowed('P-04', P04['dossier settings']()),
    allowed('P-07', owners),
    allowed('D-04', collaborators, shared),
    allowed('P-07', viewAllDocumentation),
    allowed('S-12', viewAssignedDocumentation, covered),
  ],
} as const satisfies Cases
