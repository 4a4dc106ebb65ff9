import { createHash } from 'node:crypto'
import { isSEPACountry } from 'ibantools'
import { event } from '../../../shared/events.ts'
import { problem } from '../../../shared/problems.ts'
import { create, remove, require } from '../../../shared/table/table.ts'
import { revealedOf } from '../../documents/show-document.ts'
import type { Handler } from '../../kernel/handler.ts'
import { mayExecuteOn } from '../bank-days.ts'
import { makePain } from '../make-pain.ts'
import { paymentOf, totalOf } from '../payment-of.ts'
import { readOrders } from '../read-orders.ts'
import { BankAccounts, Payables, PaymentClaims, PaymentFiles, paymentFileKey } from '../records.ts'
import type { routes } from '../routes.ts'
import { showPaymentFile } from '../show-payment-file.ts'

/**
 * Writes payments into a file for the bank: all that were asked for, or none. Each document is claimed for the file in the
 * same transaction, so that of two who pay it at once one is told (P-04). A fall before the commit leaves a file that
 * nobody is given.
 */
export const makePaymentFile: Handler<typeof routes.makePaymentFile> = async (context) => {
  const { actor, dossier, input, files, now, newId } = context
  const { dossierId } = dossier
  if (!mayExecuteOn(input.executionDate, now)) return problem('execution-date-not-possible')
  const found = await readOrders(input, context, context)
  if ('problem' in found) return found
  const { account, orders } = found
  if (!isSEPACountry(account.iban.slice(0, 2))) return problem('account-outside-sepa')

  const payments = orders.map((order) => paymentOf(order, newId()))
  const { accountId, label, holder, iban, bic } = account
  const ordered = {
    dossierId,
    paymentFileId: newId(),
    state: 'made',
    account: { accountId, label, holder, iban, bic },
    executionDate: input.executionDate,
    payments,
    total: totalOf(payments),
    createdAt: now,
    createdBy: actor.personId,
  } as const
  const { paymentFileId } = ordered
  const bytes = makePain(ordered)
  const { versionId } = await files.put(paymentFileKey(ordered), bytes)
  const revealed = revealedOf(
    dossier,
    orders.map(({ document }) => document),
  )
  const file = {
    ...ordered,
    confidential: revealed.length > 0,
    length: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    storedVersionId: versionId,
    cancelledAt: null,
    cancelledBy: null,
  }
  return {
    view: showPaymentFile(file),
    version: 1,
    revealed,
    writes: [
      create(PaymentFiles, file),
      require(BankAccounts, account),
      ...orders.flatMap(({ payable }) => [
        remove(Payables, payable),
        create(PaymentClaims, { dossierId, documentId: payable.documentId, paymentFileId }),
      ]),
    ],
    events: [event('payments-exported', { dossierId, paymentFileId, by: actor.personId })],
  }
}
