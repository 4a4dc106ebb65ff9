import type { Document } from '../documents/records.ts'
import type { DocumentState } from '../documents/states.ts'
import type { Payable } from './records.ts'

const READY: readonly DocumentState[] = ['approved', 'sending', 'sent', 'archived']

/** A purchase that is approved, or needs no approval, and was not changed since. */
export const isPayable = ({ kind, state }: Document): boolean => kind === 'purchase' && READY.includes(state)

export const payableOf = (document: Document, at: string): Payable => {
  const { dossierId, documentId, name, kind, partyId, number, date, amount } = document
  return {
    dossierId,
    documentId,
    name,
    ...(kind !== undefined && { kind }),
    ...(partyId !== undefined && { partyId }),
    ...(number !== undefined && { number }),
    ...(date !== undefined && { date }),
    ...(amount !== undefined && { amount }),
    notedAt: at,
  }
}
