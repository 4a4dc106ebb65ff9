import type { Amount } from '../documents/records.ts'
import type { Orders } from './read-orders.ts'
import type { Payment } from './records.ts'
import { isReadable } from './sepa-text.ts'

/** A payment as it is written into a file; what was said of the document has been checked. */
export const paymentOf = ({ payable, party }: Orders['orders'][number], paymentId: string): Payment => {
  const { documentId, number, name, amount } = payable
  return {
    documentId,
    endToEndId: paymentId.replaceAll('-', ''),
    partyId: party.partyId,
    creditor: party.name,
    iban: party.iban as string,
    amount: amount as Amount,
    remittance: [number, name, documentId].find((text) => text !== undefined && isReadable(text)) ?? documentId,
  }
}

/** The sum of payments, all of them in euro: whole cents, which a number holds exactly up to 90 million millions. */
export const totalOf = (payments: readonly Payment[]): Amount => ({
  minor: payments.reduce((sum, { amount }) => sum + amount.minor, 0),
  currency: 'EUR',
})
