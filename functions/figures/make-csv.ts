import { stringify } from 'csv-stringify/sync'
import { decimalOf, digitsOf } from '../../shared/money.ts'
import type { Language } from '../../shared/people.ts'
import type { SeriesVersion } from './records.ts'
import { rowsOf } from './series-version.ts'
import { periodIn, words } from './words.ts'

/** A CSV as spreadsheets of the reader's language open it: with a mark of UTF-8, and numbers with their decimal sign. */
const conventions = { en: { delimiter: ',', point: '.' }, fr: { delimiter: ';', point: ',' } } as const

/** A series as CSV. A text that a spreadsheet would take for a formula is marked as a text (CSV injection). */
export const makeCsv = (version: SeriesVersion, language: Language): Buffer => {
  const { account, label, amountsIn } = words[language]
  const { delimiter, point } = conventions[language]
  const digits = digitsOf(version.currency)
  const rows = rowsOf(version).map((amounts, at) => {
    const { code = '', label: called = '' } = version.accounts[at] ?? {}
    return [code, called, ...amounts.map((minor) => (minor === null ? null : BigInt(minor)))]
  })
  const heading = [account, `${label} (${amountsIn(version.currency)})`]
  const table = [[...heading, ...version.periods.map((period) => periodIn(language, period))], ...rows]
  const text = stringify(table, {
    bom: true,
    delimiter,
    record_delimiter: 'windows',
    escape_formulas: true,
    // Only amounts are numbers here: a minus before one of them is its sign.
    cast: { bigint: (minor) => decimalOf(minor, digits).replace('.', point) },
  })
  return Buffer.from(text)
}
