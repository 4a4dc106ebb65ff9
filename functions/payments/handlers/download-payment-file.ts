import { problem } from '../../../shared/problems.ts'
import { revealedOf } from '../../documents/show-document.ts'
import type { Handler } from '../../kernel/handler.ts'
import { readPaidDocuments } from '../read-paid-documents.ts'
import { paymentFileKey } from '../records.ts'
import type { routes } from '../routes.ts'

/** A short-lived address of the file as it was made; one that was cancelled is given to nobody any more (P-04). */
export const downloadPaymentFile: Handler<typeof routes.downloadPaymentFile> = async (context) => {
  const { paymentFile, dossier, files, now } = context
  const documents = await readPaidDocuments(paymentFile, context, context)
  if ('problem' in documents) return documents
  const { state, executionDate, length, sha256, storedVersionId } = paymentFile
  if (state === 'cancelled') return problem('payment-file-cancelled')
  const name = `virements-${executionDate}.xml`
  const place = { bucket: 'documents', key: paymentFileKey(paymentFile), versionId: storedVersionId } as const
  return {
    view: { ...(await files.download({ ...place, name }, now)), name, length, sha256, contentType: 'application/xml' },
    revealed: revealedOf(dossier, documents),
  }
}
