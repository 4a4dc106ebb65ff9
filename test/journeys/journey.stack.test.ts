import { expect, test } from 'vitest'
import { deeds } from './deeds.ts'
import { runJourney } from './journey.ts'
import { localStack } from './local-stack.ts'
import { withOwnClock } from './own-clock.ts'

test(`P-06, P-07, P-08, P-09, P-11, P-12, C-02, D-03, D-05, D-09, D-11, D-12: the journey holds in every step: ${deeds.map(({ title }) => title).join('; ')}`, {
  timeout: 180_000,
}, async () => {
  const stack = localStack()
  const steps: string[] = []
  const { ok } = await withOwnClock(stack, () => runJourney({ ...stack, print: (line) => steps.push(line) }))
  expect(steps.filter((step) => !step.includes('✓'))).toEqual([])
  expect(steps).toHaveLength(deeds.length)
  expect(ok).toBe(true)
})
