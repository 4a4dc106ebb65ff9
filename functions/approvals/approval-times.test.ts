import { expect, test } from 'vitest'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import { nextReminder } from './approval-times.ts'
import { type ApprovalStep, withSteps } from './records.ts'

const since = '2026-03-02T09:00:00.000Z'
const after = (days: number): string => addSeconds(since, days * DAY)

test('P-07: reminders go out after 2 and 5 days, and then every week, without end', () => {
  const times = [0, 1.9, 2, 4.9, 5, 11.9, 12, 18, 19, 400]
  expect(times.map((days) => (Date.parse(nextReminder(since, after(days))) - Date.parse(since)) / 86_400_000)).toEqual([
    2, 2, 5, 5, 12, 12, 19, 19, 26, 404,
  ])
})

test('P-07: of what was done about an approval the oldest reminders alone are forgotten', () => {
  const step = (at: number, what: ApprovalStep['step']): ApprovalStep => ({
    step: what,
    at: String(at),
    personId: null,
    for: null,
  })
  const many = Array.from({ length: 250 }, (_, at) => step(at, at % 100 === 0 ? 'asked' : 'reminded'))
  const kept = withSteps({ steps: many.slice(0, 249) }, many.slice(249))
  expect([kept.length, kept.filter(({ step: what }) => what === 'asked').length, kept.at(-1)]).toEqual([
    200,
    3,
    many.at(-1),
  ])
})
