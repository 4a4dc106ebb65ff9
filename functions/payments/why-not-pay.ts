import { isSEPACountry } from 'ibantools'
import type { Party } from '../processing/records.ts'
import type { Blocker } from './blockers.ts'
import type { Payable } from './records.ts'
import { isReadable } from './sepa-text.ts'

/** 999,999,999.99 euro. */
const LARGEST_PAYMENT = 99_999_999_999

/** Everything that stands in the way of paying a document: nothing, where it can be paid. */
export const blockersOf = ({ partyId, amount }: Payable, party: Party | undefined): readonly Blocker[] => [
  ...ofParty(partyId, party),
  ...ofAmount(amount),
]

const ofParty = (partyId: string | undefined, party: Party | undefined): readonly Blocker[] => {
  if (partyId === undefined) return ['no-party']
  if (party === undefined) return ['party-gone']
  const named: Blocker[] = isReadable(party.name) ? [] : ['name-not-readable']
  if (party.iban === null) return [...named, 'no-iban']
  return isSEPACountry(party.iban.slice(0, 2)) ? named : [...named, 'iban-outside-sepa']
}

const ofAmount = (amount: Payable['amount']): readonly Blocker[] => {
  if (amount === undefined) return ['no-amount']
  if (amount.currency !== 'EUR') return ['other-currency']
  if (amount.minor <= 0) return ['nothing-to-pay']
  return amount.minor > LARGEST_PAYMENT ? ['too-much'] : []
}
