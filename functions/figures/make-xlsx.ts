import writeXlsx from 'write-excel-file/node'
import { decimalOf, digitsOf } from '../../shared/money.ts'
import type { Language } from '../../shared/people.ts'
import type { SeriesVersion } from './records.ts'
import { rowsOf } from './series-version.ts'
import { periodIn, words } from './words.ts'

/** A series as a workbook of one sheet. Texts are cells of text, so none of them is a formula. */
export const makeXlsx = (version: SeriesVersion, language: Language): Promise<Buffer> => {
  const { account, label, amountsIn } = words[language]
  const digits = digitsOf(version.currency)
  const format = digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`
  const text = (value: string) => ({ value, type: String })
  const heading = [account, `${label} (${amountsIn(version.currency)})`]
  const periods = version.periods.map((period) => periodIn(language, period))
  const rows = rowsOf(version).map((amounts, at) => {
    const { code = '', label: called = '' } = version.accounts[at] ?? {}
    const numbers = amounts.map((minor) =>
      minor === null ? null : { value: Number(decimalOf(minor, digits)), type: Number, format },
    )
    return [text(code), text(called), ...numbers]
  })
  const first = [...heading, ...periods].map((value) => ({ ...text(value), fontWeight: 'bold' as const }))
  return writeXlsx([first, ...rows], { sheet: sheetName(version.name), stickyRowsCount: 1 }).toBuffer()
}

/** What a workbook takes as the name of a sheet: 31 characters, none of those that mean something in a formula. */
const sheetName = (name: string): string =>
  name
    .replace(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, 31)
    .trim() || '1'
