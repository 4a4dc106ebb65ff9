/** Who may follow and resume the sending of documents, as the requirements say it; written without reading the rules. */
import { allowed, type Cases, owners, type Persona } from '../../shared/rules/cases.ts'

/** Row "send documents" of P-04, but for Document Delivery, and the owner. */
const senders: readonly Persona[] = [
  'Administrator of the dossier',
  'Full Access of the dossier',
  'Document Processing of the dossier',
  'Document Processing + Archive of the dossier',
]
const delivery: readonly Persona[] = ['Document Delivery of the dossier']

export const cases = {
  'transfer.list': [allowed('P-09', [...senders, ...delivery, ...owners])],
  // A transfer that fails is shown as failed with its reason; it can be resumed. Document Delivery sees documents in
  // process of its own alone, and so only what it sent itself.
  'transfer.read': [allowed('P-09', [...senders, ...owners]), allowed('P-04', delivery, { asker: ['oneself'] })],
  'transfer.resume': [
    allowed('P-09', [...senders, ...owners], { dossier: ['active'] }),
    allowed('P-04', delivery, { asker: ['oneself'], dossier: ['active'] }),
  ],
} as const satisfies Cases
