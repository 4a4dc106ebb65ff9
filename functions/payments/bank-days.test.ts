import { expect, test } from 'vitest'
import { isBankDay, mayExecuteOn } from './bank-days.ts'

test.each([
  ['2026-03-02', true],
  ['2026-02-28', false],
  ['2026-03-01', false],
  ['2026-01-01', false],
  ['2026-04-03', false],
  ['2026-04-06', false],
  ['2026-05-01', false],
  ['2026-05-08', true],
  ['2025-12-24', true],
  ['2025-12-25', false],
  ['2025-12-26', false],
  ['2024-03-29', false],
  ['2024-04-01', false],
  ['2038-04-23', false],
  ['2038-04-26', false],
])('P-04: whether banks pay on %s: %s', (day, open) => {
  expect(isBankDay(day)).toBe(open)
})

test.each([
  ['2026-03-02', true],
  ['2026-02-27', false],
  ['2027-03-02', true],
  ['2027-03-04', false],
])('P-04: on 2 March 2026 a payment for %s is taken: %s', (day, taken) => {
  expect(mayExecuteOn(day, '2026-03-02T09:00:00.000Z')).toBe(taken)
})
