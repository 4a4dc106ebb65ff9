/** Who may send documents, follow and resume it, as the requirements say it; written without reading the rules. */
import {
  active,
  allowed,
  type Cases,
  collaborators,
  notConfidential,
  notWholly,
  owners,
  P04,
  type Persona,
  shared,
  sharedToWrite,
} from '../../shared/rules/cases.ts'

/** Row "send documents" of P-04, and the row "see documents in process": who sees all of them, and who their own. */
const seeing = P04['see documents in process']
const sending = P04['send documents']()
const senders: readonly Persona[] = sending.filter((persona) => seeing('all').includes(persona))
const delivery: readonly Persona[] = sending.filter((persona) => seeing('own').includes(persona))

export const cases = {
  // Nobody sends what they do not see: what is confidential is sent by the owner and collaborators alone (D-09), and
  // Document Delivery sends its own.
  'document.send': [
    allowed('P-04', senders, { ...active, ...notConfidential }),
    allowed('P-04', delivery, { ...active, ...notConfidential, author: ['oneself'] }),
    allowed('D-09', owners, active),
    allowed('D-09', collaborators, { ...active, ...sharedToWrite }),
  ],
  'transfer.list': [
    allowed('P-09', sending, notWholly),
    allowed('P-09', owners),
    allowed('D-04', collaborators, shared),
  ],
  // While a whole dossier is confidential its portal shows none of it (D-09).
  // A transfer that fails is shown as failed with its reason; it can be resumed. Document Delivery sees documents in
  // process of its own alone, and so only what it sent itself.
  'transfer.read': [
    allowed('P-09', senders, notWholly),
    allowed('P-04', delivery, { asker: ['oneself'], ...notWholly }),
    allowed('P-09', owners),
    allowed('D-04', collaborators, shared),
  ],
  'transfer.resume': [
    allowed('P-09', senders, { ...active, ...notWholly }),
    allowed('P-04', delivery, { ...active, asker: ['oneself'], ...notWholly }),
    allowed('P-09', owners, active),
    allowed('D-03', collaborators, { ...active, ...sharedToWrite }),
  ],
} as const satisfies Cases
