import { expect, test } from 'vitest'
import { tableOf } from '../requirement-table.ts'
import { type Answered, differences, printed, requiredProfiles, requiredRows } from './profiles-table.ts'

/** What would be answered if the system did what P-04's table says. */
const [, ...table] = tableOf('portal.md', 'may')
const asRequired = (cell: string): string => (cell === 'as Full Access' ? 'yes' : cell)
const right: Answered = {
  rows: table.map(([row = '', ...cells]) => ({ row, answers: cells.map(asRequired) })),
  off: [{ row: 'digital archive', answers: ['no', 'no', 'no', 'no', 'no', 'no'] }],
}

test('P-04: the table has thirteen rows of six profiles', () => {
  expect(requiredRows).toHaveLength(13)
  expect(requiredProfiles).toEqual([
    'Administrator',
    'Full Access',
    'Document Processing',
    'Document Processing + Archive',
    'Full Feedback',
    'Document Delivery',
  ])
})

test('P-04: answers that are the table differ in nothing', () => {
  expect(differences(right)).toEqual([])
})

test('P-04: every cell that is answered otherwise is named', () => {
  for (const [at, { row, answers }] of right.rows.entries()) {
    for (const [column, profile] of requiredProfiles.entries()) {
      const wrong = answers.with(column, 'answered 500')
      const found = differences({ ...right, rows: right.rows.with(at, { row, answers: wrong }) })
      expect(found[0], `${row}, ${profile}`).toContain(row)
      expect(found.join('\n')).toContain(profile)
    }
  }
})

test('P-04: a row that nobody asked about is missed', () => {
  expect(differences({ ...right, rows: right.rows.slice(1) })).toEqual(['import documents: nobody asked.'])
})

test('P-04: as another profile is whatever that profile was answered', () => {
  const rows = right.rows.map(({ row, answers }) =>
    row === 'messages module' ? { row, answers: answers.with(0, 'no') } : { row, answers },
  )
  expect(differences({ ...right, rows })).toEqual([
    'messages module, Administrator: the requirement says “as Full Access”, the answer is “no”.',
  ])
})

test('P-02: a profile that reaches a module which is off is named', () => {
  const off = [{ row: 'digital archive', answers: ['no', 'yes', 'no', 'no', 'no', 'no'] }]
  expect(differences({ ...right, off })).toEqual([
    'digital archive, Full Access: the module is off, and the answer is “yes”.',
  ])
})

test('the table is printed in columns, in the words of the requirement', () => {
  const [heading = '', line, ...rows] = printed(right)
  expect(line).toMatch(/^-+$/)
  expect(rows).toHaveLength(14)
  for (const row of rows) expect(row.length).toBeLessThanOrEqual(line?.length ?? 0)
  const messages = rows.find((row) => row.startsWith('messages module')) ?? ''
  expect(messages.indexOf('as Full Access')).toBe(heading.indexOf('Administrator'))
  expect(rows.at(-1)).toMatch(/^digital archive, switched off +no +no/)
})

test('what was not done but only asked about is named below the table', () => {
  const rows = right.rows.map((row) => ({ ...row, explained: row.row === 'messages module' }))
  expect(printed({ ...right, rows }).at(-1)).toMatch(/explanation.*: messages module\.$/)
})
