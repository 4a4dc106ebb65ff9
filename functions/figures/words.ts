import type { Language } from '../../shared/people.ts'

/** The words of tables and charts. */
export const words = {
  en: {
    account: 'Account',
    label: 'Label',
    amountsIn: (currency: string) => `Amounts in ${currency}`,
    quarter: (quarter: string, year: string) => `Q${quarter} ${year}`,
    describe: (accounts: number, first: string, last: string) =>
      first === last
        ? `${accounts} ${accounts === 1 ? 'account' : 'accounts'}, ${first}.`
        : `${accounts} ${accounts === 1 ? 'account' : 'accounts'}, from ${first} to ${last}.`,
    more: (count: number) => `and ${count} more, in the table`,
  },
  fr: {
    account: 'Compte',
    label: 'Libellé',
    amountsIn: (currency: string) => `Montants en ${currency}`,
    quarter: (quarter: string, year: string) => `T${quarter} ${year}`,
    describe: (accounts: number, first: string, last: string) =>
      first === last
        ? `${accounts} ${accounts < 2 ? 'compte' : 'comptes'}, ${first}.`
        : `${accounts} ${accounts < 2 ? 'compte' : 'comptes'}, de ${first} à ${last}.`,
    more: (count: number) => `et ${count} de plus, dans le tableau`,
  },
} as const

/** A period as people say it: ‘2026’, ‘T1 2026’, ‘01/2026’. */
export const periodIn = (language: Language, period: string): string => {
  const [year = '', part] = period.split('-')
  if (part === undefined) return year
  return part.startsWith('Q') ? words[language].quarter(part.slice(1), year) : `${part}/${year}`
}
