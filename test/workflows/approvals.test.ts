// Every call that the workflow of an approval and its consumers make goes wrong once, in each way: the end is a declared one.
import { describe, expect, test } from 'vitest'
import { type Approving, AUTHOR, approving, DEPUTY, FIRST, faultsIn, OWNER, ruleOf, THIRD } from '../approving.ts'
import { hidden } from '../town.ts'
import { NOW, personOf } from '../world.ts'
import { breakable, everyTaskTwice, type Fault, faults } from './faults.ts'

type Scenario = (town: Approving) => Promise<unknown>

const scenarios: Readonly<Record<'approved' | 'rejected' | 'withdrawn', Scenario>> = {
  // One after the other, the first by their deputy; the second is reminded.
  approved: async (town) => {
    const onBehalfOf = personOf(FIRST).personId
    expect((await town.answer(DEPUTY, 'approved', { onBehalfOf })).status).toBe(200)
    await attempt(town.deliver)
    await attempt(() => town.tick(5))
    expect((await town.answer(THIRD, 'approved')).status).toBe(200)
  },
  rejected: async (town) => {
    await attempt(() => town.tick(10))
    // By the link, where it came; else over the API.
    const token = town.linkOf(DEPUTY)
    const version = hidden(await town.open(token), 'version')
    const { status } = await town.send(token, { decision: 'refuse', reason: 'Le montant est faux.', version })
    if (status !== 200) await town.answer(FIRST, 'rejected')
  },
  // Nobody is left who could approve: it waits, until it is withdrawn.
  withdrawn: async (town) => {
    for (const gone of [FIRST, THIRD] as const) await town.change(gone, { status: 'inactive' })
    await attempt(town.lookAgain)
    await attempt(() => town.tick(12))
    expect((await town.withdraw(AUTHOR)).status).toBe(200)
  },
}

/** What fails is done again later, by a queue or by the clock. */
const attempt = async (work: () => Promise<unknown>): Promise<void> => {
  await work().catch(() => undefined)
}

/** Lives through a scenario in which the nth call goes wrong; then time passes. */
const live = async (scenario: Scenario, nth: number, fault: Fault, more: (town: Approving) => void = () => {}) => {
  let broken: ReturnType<typeof breakable> | undefined
  const town = approving((table) => {
    broken = breakable(table)
    return broken.table
  })
  more(town)
  await town.leave(FIRST, DEPUTY, 400)
  broken?.arm(nth, fault)
  await town.submit(ruleOf([FIRST, THIRD]))
  await attempt(town.deliver)
  await scenario(town)
  await attempt(town.deliver)
  for (let tick = 0; tick < 3; tick++) {
    await attempt(() => town.tick(60))
    expect(faultsIn(town)).toEqual([])
  }
  return { town, calls: broken?.calls() ?? 0 }
}

const NEVER = Number.POSITIVE_INFINITY
const stateAfter = { approved: 'approved', rejected: 'rejected', withdrawn: 'in-process' } as const

const expectEnded = (town: Approving, end: keyof typeof scenarios): void => {
  expect(town.document().state).toBe(stateAfter[end])
  expect([town.awaited(), town.followUps(), town.executionsWaiting()]).toEqual([[], [], 0])
  expect(town.executions.executions().filter(({ status }) => status === 'failed')).toEqual([])
  // The very last task may have been lost after its work: then no execution lives to say so, and there is nothing left to do.
  const states = town.executions.executions().flatMap(({ status, state }) => (status === 'succeeded' ? [state] : []))
  for (const state of states) expect(state).toBe(end.replace(/^./, (first) => first.toUpperCase()))
  expect(town.progress()).toMatchObject({ outcome: end })
  const told = (type: string): number => town.events().filter((one) => one.type === type).length
  expect([told('approval-ended'), told('document-ready')]).toEqual([1, end === 'approved' ? 1 : 0])
  // Each was asked for the first time once, whatever was repeated.
  const asked = town
    .events()
    .flatMap((one) => (one.type === 'approval-asked' && !one.data.reminder ? [one.data.personId] : []))
  expect(new Set(asked).size).toBe(asked.length)
}

const LONG = { timeout: 60_000 }

describe.each(Object.entries(scenarios) as [keyof typeof scenarios, Scenario][])(
  'an approval that is %s',
  LONG,
  (end, scenario) => {
    test.each(faults)('P-07: whichever call is %s, it ends as it should, told once', async (fault) => {
      const { calls } = await live(scenario, NEVER, fault)
      expect(calls).toBeGreaterThan(20)
      for (let nth = 0; nth < calls; nth++) {
        const { town } = await live(scenario, nth, fault)
        expectEnded(town, end)
      }
    })

    test('P-07: every task run twice ends it as it should, told once', async () => {
      const { town } = await live(scenario, NEVER, 'throttled', ({ executions }) =>
        executions.standBetween(everyTaskTwice),
      )
      expectEnded(town, end)
    })

    test('P-07: several executions of one approval at once end it as it should, told once', async () => {
      const { town } = await live(
        async (it) => {
          const { dossierId, approval } = it.document()
          const run = { dossierId, requestId: approval?.approvalId ?? '', at: NOW }
          await Promise.all(
            ['again', 'and again', run.requestId].map((name) => it.executions.workflows.start('approval', name, run)),
          )
          await scenario(it)
          await it.executions.timeOut()
        },
        NEVER,
        'throttled',
      )
      expectEnded(town, end)
    })
  },
)

test.each(['throttled', 'answer lost'] as const)(
  'P-07: whichever call of a verdict is %s, document, approval and what is awaited agree',
  LONG,
  async (fault) => {
    for (let nth = 0; ; nth++) {
      const town = approving()
      await town.submit(ruleOf([OWNER]))
      await town.deliver()
      const broken = breakable(town.table)
      Object.assign(town.world, { table: broken.table })
      broken.arm(nth, fault)
      await attempt(() => town.answer(OWNER, 'approved'))
      const isThrough = broken.calls() <= nth
      Object.assign(town.world, { table: town.table })
      expect(faultsIn(town)).toEqual([])
      await town.answer(OWNER, 'approved')
      expect([town.document().state, faultsIn(town)]).toEqual(['approved', []])
      if (isThrough) break
    }
  },
)
