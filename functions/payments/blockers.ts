import { isSEPACountry } from 'ibantools'
import type { Bilingual } from '../../shared/roles.ts'
import type { Document } from '../documents/records.ts'
import type { DocumentState } from '../documents/states.ts'
import type { Party } from '../processing/records.ts'
import type { Payable } from './records.ts'
import { isReadable } from './sepa-text.ts'

/** Why a document cannot be paid as it is. */
export const blockers = {
  'no-party': { en: 'It has no supplier.', fr: "Elle n'a pas de fournisseur." },
  'party-gone': { en: 'Its supplier is no longer there.', fr: "Son fournisseur n'existe plus." },
  'no-iban': { en: 'Its supplier has no IBAN.', fr: "Son fournisseur n'a pas d'IBAN." },
  'iban-outside-sepa': {
    en: "Its supplier's account is in a country that SEPA payments do not reach.",
    fr: "Le compte de son fournisseur est dans un pays que les virements SEPA n'atteignent pas.",
  },
  'name-not-readable': {
    en: "Banks can read no letter of its supplier's name.",
    fr: 'Les banques ne peuvent lire aucune lettre du nom de son fournisseur.',
  },
  'no-amount': { en: 'It has no amount.', fr: "Elle n'a pas de montant." },
  'other-currency': { en: 'Its amount is not in euro.', fr: "Son montant n'est pas en euros." },
  'nothing-to-pay': {
    en: 'Its amount is nothing or a credit note.',
    fr: 'Son montant est nul ou celui d’un avoir.',
  },
  'too-much': {
    en: 'Its amount is more than one SEPA payment may be.',
    fr: 'Son montant dépasse celui que peut avoir un virement SEPA.',
  },
} as const satisfies Record<string, Bilingual>
export type Blocker = keyof typeof blockers
export const blockerNames = Object.keys(blockers) as [Blocker, ...Blocker[]]

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
