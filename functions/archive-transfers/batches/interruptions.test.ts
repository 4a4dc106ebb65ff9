import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batching, faultsIn } from '../../../test/batching.ts'
import type { MemoryTable } from '../../../test/memory-table.ts'
import { Killed } from '../../../test/run-workflow.ts'
import { Throttled } from '../../../test/workflows/faults.ts'
import { isAtWork } from './records.ts'

/** A source of chance that a failed run can be repeated with: a linear congruential generator. */
const chanceFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A batch in whose way things go wrong by chance, until it is resumed for the last time. */
const inBadWeather = (count: number, seed: number) => {
  const chance = chanceFrom(seed)
  const met = { throttled: 0, lostAnswers: 0, killed: 0, store: 0, bytes: 0 }
  let isFair = false
  const storm = async <T>(work: () => Promise<T>): Promise<T> => {
    const drawn = isFair ? 1 : chance()
    if (drawn < 0.04) {
      met.throttled++
      throw new Throttled()
    }
    if (drawn < 0.043) {
      met.killed++
      throw new Killed()
    }
    const result = await work()
    if (drawn > 0.96 && drawn < 1) {
      met.lostAnswers++
      throw new Error('Runtime exited')
    }
    return result
  }
  const it = batching(count, {
    broken: (table) =>
      ({
        ...table,
        load: (lookups) => storm(() => table.load(lookups)),
        commit: (writes) => storm(() => table.commit(writes)),
      }) as MemoryTable,
  })
  it.archive.copy = async (from, to) => {
    if (!isFair && chance() < 0.05) {
      met.store++
      throw new Error('InternalError')
    }
    if (!isFair && chance() < 0.05) {
      met.bytes++
      return { versionId: it.store.put(to, Buffer.from('Other bytes.')) }
    }
    return it.store.archive.copy(from, to)
  }
  return { it, met, clear: () => void (isFair = true) }
}

/** Goes on as the clock and whoever asked do, until it is done. */
const untilDone = async ({ it, clear }: ReturnType<typeof inBadWeather>): Promise<number> => {
  for (let attempt = 1; attempt <= 8; attempt++) {
    await it.execute(attempt).catch(() => undefined)
    if (attempt >= 3) clear()
    await it.tick().catch(() => undefined)
    expect(faultsIn(it)).toEqual([])
    if (!isAtWork(it.batch()) && it.batch().state === 'done') return attempt
    await it.resume().catch(() => undefined)
    while (it.batch().attempt !== attempt + 1) await it.resume().catch(() => undefined)
  }
  throw new Error('The batch does not end.')
}

test('P-09: a thousand documents, with a fault at every other turn, are archived once each', async () => {
  const weather = inBadWeather(1000, 20_260_302)
  await untilDone(weather)
  const { it, met } = weather
  expect(it.archived()).toHaveLength(1000)
  expect(new Set(it.documents().map(({ state }) => state))).toEqual(new Set(['archived']))
  expect(new Set(it.transfers().map(({ state }) => state))).toEqual(new Set(['sent']))
  expect(faultsIn(it)).toEqual([])
  for (const times of Object.values(met)) expect(times).toBeGreaterThan(0)
  expect(it.events().filter(({ type }) => type === 'document-archived')).toHaveLength(1000)
}, 120_000)

test('P-09: whatever goes wrong, by whatever chance, each document is archived once or told with its reason', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 60 }), async (seed, count) => {
      const weather = inBadWeather(count, seed)
      await untilDone(weather)
      expect(weather.it.archived()).toHaveLength(count)
    }),
    { numRuns: 15 },
  )
}, 120_000)
