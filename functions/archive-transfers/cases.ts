/** Who may follow and resume the sending of documents, as the requirements say it; written without reading the rules. */
import { allowed, type Cases, owners, type Persona } from '../../shared/rules/cases.ts'

/** Row "send documents" of P-04, and the owner. */
const sendersAndOwners: readonly Persona[] = [
  'Administrator of the dossier',
  'Full Access of the dossier',
  'Document Processing of the dossier',
  'Document Processing + Archive of the dossier',
  'Document Delivery of the dossier',
  ...owners,
]

export const cases = {
  // A transfer that fails is shown as failed with its reason to those who may send, and to the owner.
  'transfer.list': [allowed('P-09', sendersAndOwners)],
  'transfer.read': [allowed('P-09', sendersAndOwners)],
  'transfer.resume': [allowed('P-09', sendersAndOwners, { dossier: ['active'] })],
} as const satisfies Cases
