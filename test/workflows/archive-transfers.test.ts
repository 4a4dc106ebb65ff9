// Every call that the workflow of a transfer makes to the table and to the archive goes wrong once, in each way.
import { expect, test } from 'vitest'
import { faultsOf, sending } from '../sending.ts'
import { breakable, type Fault, faults, Throttled } from './faults.ts'
import { Killed } from './interpret.ts'

const DOCUMENTS = 2

/** A sending whose nth call of the table goes wrong; what was cut off is begun again under the same name. */
const send = async (nth: number, fault: Fault) => {
  let broken: ReturnType<typeof breakable> | undefined
  const it = sending(DOCUMENTS, (table) => {
    broken = breakable(table)
    return broken.table
  })
  broken?.arm(nth, fault)
  const execute = () => it.execute(1).catch((error: unknown) => expect(error).toBeInstanceOf(Killed))
  await execute()
  expect(faultsOf(it)).toEqual([])
  await execute()
  return { it, calls: broken?.calls() ?? 0 }
}

const expectSent = ({ it }: Awaited<ReturnType<typeof send>>): void => {
  expect(it.documents().map(({ state }) => state)).toEqual(Array(DOCUMENTS).fill('archived'))
  expect([it.transfer().state, it.entries().length, faultsOf(it)]).toEqual(['sent', DOCUMENTS, []])
  expect(it.events().filter(({ type }) => type === 'transfer-ended')).toHaveLength(1)
}

test.each(faults)('P-09: whichever call of the table is %s, all is sent, once', { timeout: 60_000 }, async (fault) => {
  const { calls } = await send(Number.POSITIVE_INFINITY, fault)
  expect(calls).toBeGreaterThan(8)
  for (let nth = 0; nth < calls; nth++) expectSent(await send(nth, fault))
})

test.each(['look', 'copy', 'digest'] as const)(
  'P-09: whichever %s of the archive fails, before or after it was done, all is sent, once',
  async (part) => {
    for (const isDone of [false, true]) {
      for (let nth = 0; nth < DOCUMENTS * 2; nth++) {
        const it = sending(DOCUMENTS)
        const whole = it.archive[part] as (...given: never[]) => Promise<never>
        let calls = 0
        it.archive[part] = (async (...given: never[]) => {
          if (calls++ !== nth) return whole(...given)
          if (isDone) await whole(...given)
          throw new Throttled()
        }) as never
        await it.execute(1)
        expectSent({ it, calls })
      }
    }
  },
)
