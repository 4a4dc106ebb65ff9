/** Who submits documents and keeps the parties of a dossier, as the requirements say it; written without reading the rules. */
import {
  active,
  allowed,
  type Cases,
  collaborators,
  covered,
  notConfidential,
  notWholly,
  owners,
  P04,
  shared,
  sharedToWrite,
  viewAllDocumentation,
  viewAssignedDocumentation,
} from '../../shared/rules/cases.ts'

const processing = P04['process documents']()
/** Document Delivery: who sends, but sees and so submits their own alone. */
const delivery = P04['see documents in process']('own')

export const cases = {
  // Whoever may process it, and who sends their own.
  'document.submit': [
    allowed('P-06', processing, { ...active, ...notConfidential }),
    allowed('P-04', delivery, { ...active, ...notConfidential, author: ['oneself'] }),
    allowed('D-01', owners, active),
    allowed('D-03', collaborators, { ...active, ...sharedToWrite }),
  ],
  // Suppliers and customers are what processing names.
  'party.read': [
    allowed('P-06', processing, notWholly),
    allowed('D-09', owners),
    allowed('D-04', collaborators, shared),
    allowed('S-12', viewAllDocumentation, notWholly),
    allowed('S-12', viewAssignedDocumentation, { ...covered, ...notWholly }),
  ],
  // As processing: no scope does.
  'party.change': [
    allowed('P-06', processing, { ...active, ...notWholly }),
    allowed('D-01', owners, active),
    allowed('D-03', collaborators, { ...active, ...sharedToWrite }),
  ],
} as const satisfies Cases
