import type { Bilingual } from '../../shared/roles.ts'

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
