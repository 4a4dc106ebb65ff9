import type { Language } from '../../shared/people.ts'
import type { Party } from '../processing/records.ts'
import { blockers } from './blockers.ts'
import type { Payable } from './records.ts'
import { blockersOf } from './why-not-pay.ts'

/** What waits to be paid, with everything that stands in the way, in words. */
export const showProposal = (payable: Payable, party: Party | undefined, language: Language) => ({
  documentId: payable.documentId,
  name: payable.name,
  number: payable.number ?? null,
  date: payable.date ?? null,
  amount: payable.amount ?? null,
  party: party ?? null,
  blockers: blockersOf(payable, party).map((code) => ({ code, text: blockers[code][language] })),
})
