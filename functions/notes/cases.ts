/** Who may do what with notes, forms and items of a dossier, as the requirements say it; written without reading the rules. */
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
  shared,
  sharedToWrite,
  viewAllDocumentation,
  viewAssignedDocumentation,
} from '../../shared/rules/cases.ts'

// | client and contact documentation | none · assigned · all | none · assigned · all |

/** Confidential content is read by the owner and collaborators, and by nobody through an organisation-wide scope. */
const read = [
  allowed('D-09', owners),
  allowed('D-09', collaborators, shared),
  allowed('S-05', viewAllDocumentation, notConfidential),
  allowed('S-12', viewAssignedDocumentation, { ...covered, ...notConfidential }),
] as const

const write = [
  allowed('D-01', owners, active),
  allowed('D-03', collaborators, { ...active, ...sharedToWrite }),
  allowed('S-05', editAllDocumentation, { ...active, ...notConfidential }),
  allowed('S-12', editAssignedDocumentation, { ...active, ...covered, ...notConfidential }),
] as const

/** Never so that more people see the item. */
const unwidened = [
  allowed('D-21', owners, { ...active, copy: ['does not widen'] }),
  allowed('D-21', collaborators, { ...active, ...sharedToWrite, copy: ['does not widen'] }),
] as const

export const cases = {
  // The list is open to whoever may read some of the notes.
  'note.list': [
    allowed('D-09', owners),
    allowed('D-09', collaborators, shared),
    allowed('S-05', viewAllDocumentation, notWholly),
    allowed('S-12', viewAssignedDocumentation, { ...covered, ...notWholly }),
  ],
  'note.read': read,
  'note.write': write,
  'form.read': read,
  'form.write': write,
  'item.mark-confidential': [
    allowed('D-07', owners, active),
    allowed('D-07', collaborators, { ...active, ...sharedToWrite }),
  ],
  'item.copy': unwidened,
  'item.move': unwidened,
  'item.restore': unwidened,
  // Explicitly, of an item that is not confidential, into an open space that one is a member of.
  'item.copy-to-space': [
    allowed('D-19', owners, { ...active, ...notConfidential, companion: ['member'], collaborativeSpace: ['open'] }),
  ],
} as const satisfies Cases
