/** How the two languages say words, dates, numbers and sizes. */
import type { Language } from './mail-data.ts'

const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }

const NO_BREAK = '\u00a0'
const NARROW = '\u202f'

type Words = (parts: TemplateStringsArray, ...values: (string | number)[]) => string

/** Typography is for our own words: what people wrote (names, addresses) is put in as it is. */
const typeset =
  (rule: (text: string) => string): Words =>
  (parts, ...values) =>
    parts.map((part, index) => rule(part) + (values[index] ?? '')).join('')

const curlyApostrophe = (text: string): string => text.replaceAll("'", '’')

/** French words: spaces that do not break before « : » and inside quotation marks, narrow ones before ; ! and ? */
export const fr = typeset((text) =>
  curlyApostrophe(text)
    .replace(/ ([:»])/g, `${NO_BREAK}$1`)
    .replaceAll('« ', `«${NO_BREAK}`)
    .replace(/ ([;!?])/g, `${NARROW}$1`),
)

/** English words. */
export const en = typeset(curlyApostrophe)

/** “Tuesday 24 November 2026 at 18:05 (UTC+1)”: in the organisation's zone, which is named for readers elsewhere. */
export const sayTime = (iso: string, timeZone: string, language: Language): string => {
  const date = new Date(iso)
  const words = new Intl.DateTimeFormat(locales[language], { dateStyle: 'full', timeStyle: 'short', timeZone })
  const offset = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(date)
    .find((part) => part.type === 'timeZoneName')
  return `${words.format(date)} (${(offset?.value ?? 'GMT').replace('+0', '').replace('GMT', 'UTC')})`
}

/** “1 document”, “20 documents”. French counts zero as singular, which Intl knows. */
export const sayCount = (count: number, one: string, other: string, language: Language): string => {
  const word = new Intl.PluralRules(locales[language]).select(count) === 'one' ? one : other
  return `${new Intl.NumberFormat(locales[language]).format(count)}${NO_BREAK}${word}`
}

/** A length in bytes, in the unit that people would use. */
export const saySize = (bytes: number, language: Language): string => {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  const unit = units[step] ?? 'byte'
  return new Intl.NumberFormat(locales[language], {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: unit === 'byte' ? 0 : 1,
  }).format(bytes / 1000 ** step)
}
