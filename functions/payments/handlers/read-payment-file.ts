import { revealedOf } from '../../documents/show-document.ts'
import type { Handler } from '../../kernel/handler.ts'
import { readPaidDocuments } from '../read-paid-documents.ts'
import type { routes } from '../routes.ts'
import { showPaymentFile } from '../show-payment-file.ts'

/** A payment file with its payments, for whoever sees the documents that it pays (P-04, D-09). */
export const readPaymentFile: Handler<typeof routes.readPaymentFile> = async (context) => {
  const { paymentFile, dossier } = context
  const documents = await readPaidDocuments(paymentFile, context, context)
  if ('problem' in documents) return documents
  return {
    view: showPaymentFile(paymentFile),
    version: paymentFile.version,
    revealed: revealedOf(dossier, documents),
  }
}
