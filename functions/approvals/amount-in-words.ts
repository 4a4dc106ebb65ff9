import type { Language } from '../../shared/people.ts'
import type { Amount } from '../documents/records.ts'

const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }

/** An amount as people read it: “€1,234.50”, « 1 234,50 € », with as many decimals as the currency has. */
export const amountInWords = ({ minor, currency }: Amount, language: Language): string => {
  const format = new Intl.NumberFormat(locales[language], { style: 'currency', currency })
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}
