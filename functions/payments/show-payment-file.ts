import type { PaymentFile } from './records.ts'

/** A payment file: of its account the id alone, since account numbers are listed elsewhere, to those who may see them. */
export const summarise = ({ account, payments, ...file }: PaymentFile) => ({
  ...file,
  accountId: account.accountId,
  count: payments.length,
})

export const showPaymentFile = (file: PaymentFile) => ({ ...summarise(file), payments: file.payments })
