import type { Stored } from '../../../shared/table/record.ts'
import { create, perhaps, remove, update } from '../../../shared/table/table.ts'
import { revealedOf } from '../../documents/show-document.ts'
import type { Handler } from '../../kernel/handler.ts'
import { isPayable, payableOf } from '../payable-of.ts'
import { readPaidDocuments } from '../read-paid-documents.ts'
import { Payables, type PaymentClaim, PaymentClaims, type PaymentFile, PaymentFiles } from '../records.ts'
import type { routes } from '../routes.ts'
import { showPaymentFile } from '../show-payment-file.ts'

/**
 * Cancels a payment file: its documents wait to be paid again, as they are by now. Whether the bank was given it, nobody
 * here can know: who cancels says that it was not, and is in the audit trail (P-04). Repeated, it changes nothing.
 */
export const cancelPaymentFile: Handler<typeof routes.cancelPaymentFile> = async (context) => {
  const { actor, dossier, paymentFile, read, now } = context
  const [documents, claims] = await Promise.all([
    readPaidDocuments(paymentFile, context, context),
    read(claimsOf(paymentFile)) as Promise<Readonly<Record<string, Stored<PaymentClaim> | undefined>>>,
  ])
  if ('problem' in documents) return documents
  const revealed = revealedOf(dossier, documents)
  if (paymentFile.state === 'cancelled')
    return { view: showPaymentFile(paymentFile), version: paymentFile.version, revealed }

  const changes = { state: 'cancelled', cancelledAt: now, cancelledBy: actor.personId } as const
  return {
    view: showPaymentFile({ ...paymentFile, ...changes }),
    version: paymentFile.version + 1,
    revealed,
    writes: [
      update(PaymentFiles, paymentFile, changes),
      ...Object.values(claims).flatMap((claim) =>
        claim?.paymentFileId === paymentFile.paymentFileId ? [remove(PaymentClaims, claim)] : [],
      ),
      ...documents.filter(isPayable).map((document) => create(Payables, payableOf(document, now))),
    ],
  }
}

const claimsOf = ({ dossierId, payments }: PaymentFile) =>
  Object.fromEntries(payments.map(({ documentId }) => [documentId, perhaps(PaymentClaims, { dossierId, documentId })]))
