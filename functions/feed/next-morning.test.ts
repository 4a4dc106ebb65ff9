import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextMorning } from './next-morning.ts'

test.each([
  ['2026-03-02T05:59:59.000Z', 'Europe/Paris', '2026-03-02T06:00:00.000Z'],
  ['2026-03-02T06:00:00.000Z', 'Europe/Paris', '2026-03-03T06:00:00.000Z'],
  // The clocks go forward on 29 March and back on 25 October 2026.
  ['2026-03-28T20:00:00.000Z', 'Europe/Paris', '2026-03-29T05:00:00.000Z'],
  ['2026-10-24T20:00:00.000Z', 'Europe/Paris', '2026-10-25T06:00:00.000Z'],
  ['2026-03-02T23:00:00.000Z', 'UTC', '2026-03-03T07:00:00.000Z'],
  ['2026-12-31T23:30:00.000Z', 'America/Montreal', '2027-01-01T12:00:00.000Z'],
  ['2026-06-01T20:00:00.000Z', 'Asia/Kathmandu', '2026-06-02T01:15:00.000Z'],
])('B-06: after %s it is seven in the morning in %s at %s', (after, timeZone, morning) => {
  expect(nextMorning(after, timeZone)).toBe(morning)
})

test('B-06: every moment has a morning within the 25 hours that follow it, at seven by the clocks there', () => {
  const zones = fc.constantFrom('UTC', 'Europe/Paris', 'America/Montreal', 'Pacific/Auckland', 'Asia/Kathmandu')
  const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(moments, zones, (after, timeZone) => {
      const morning = new Date(nextMorning(after.toISOString(), timeZone))
      const hours = (morning.getTime() - after.getTime()) / 3_600_000
      const shown = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(morning)
      expect([hours > 0, hours <= 25, shown]).toEqual([true, true, '07:00'])
    }),
    { numRuns: 300 },
  )
})
