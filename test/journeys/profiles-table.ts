/** P-04's table as it was answered, held against the one that the requirement shows. */
import { tableOf } from '../requirement-table.ts'

/** A row of the table, with one answer for each profile, in the requirement's words. */
export type AnsweredRow = {
  readonly row: string
  readonly answers: readonly string[]
  /** Nothing can be done there yet: the system was asked what it would decide. */
  readonly explained?: boolean
}

/** What each module's row answers while the dossier has the module off (P-02). */
export type Answered = { readonly rows: readonly AnsweredRow[]; readonly off: readonly AnsweredRow[] }

const [[, ...profiles] = [], ...required] = tableOf('portal.md', 'may')

/** The profiles and the rows, as the requirement names and orders them. */
export const requiredProfiles: readonly string[] = profiles
export const requiredRows: readonly string[] = required.map(([row = '']) => row)

const AS_ANOTHER = /^as (.+)$/

/** What a cell asks for: a word, or the answer that another profile got. */
const meant = (cell: string, answers: readonly string[]): string | undefined => {
  const other = AS_ANOTHER.exec(cell)?.[1]
  return other === undefined ? cell : answers[profiles.indexOf(other)]
}

/** The cells in which what was answered is not what the requirement says, each as a sentence; none if they are equal. */
export const differences = ({ rows, off }: Answered): readonly string[] => {
  const inRows = required.flatMap(([row = '', ...cells]) => {
    const answers = rows.find((one) => one.row === row)?.answers
    if (answers === undefined) return [`${row}: nobody asked.`]
    return cells.flatMap((cell, at) =>
      meant(cell, answers) === answers[at]
        ? []
        : [`${row}, ${profiles[at]}: the requirement says “${cell}”, the answer is “${answers[at]}”.`],
    )
  })
  const inOff = off.flatMap(({ row, answers }) =>
    answers.flatMap((answer, at) =>
      answer === 'no' ? [] : [`${row}, ${profiles[at]}: the module is off, and the answer is “${answer}”.`],
    ),
  )
  return [...inRows, ...inOff]
}

/** The answers as the requirement writes them: `as Full Access` where it says so and it is so. */
const asWritten = ({ row, answers }: AnsweredRow): readonly string[] => {
  const [, ...cells] = required.find(([name]) => name === row) ?? []
  return answers.map((answer, at) => {
    const cell = cells[at] ?? ''
    return AS_ANOTHER.test(cell) && meant(cell, answers) === answer ? cell : answer
  })
}

/** The table in aligned columns, the rows with a module off below it. */
export const printed = ({ rows, off }: Answered): readonly string[] => {
  const lines = [
    ['may', ...profiles],
    ...rows.map((row) => [row.row, ...asWritten(row)]),
    ...off.map(({ row, answers }) => [`${row}, switched off`, ...answers]),
  ]
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? []
  const aligned = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const explained = rows.flatMap((row) => (row.explained === true ? [row.row] : []))
  return [
    aligned[0] ?? '',
    '-'.repeat(Math.max(...aligned.map(({ length }) => length))),
    ...aligned.slice(1),
    ...(explained.length === 0
      ? []
      : [`Told by GET /v1/me/explanation, having no route yet: ${explained.join('; ')}.`]),
  ]
}
