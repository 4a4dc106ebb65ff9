// Every call that the workflow of an offer and its consumers make goes wrong once, in each way: the end is a declared one.
import { describe, expect, test } from 'vitest'
import { faultsIn, GIVER, type Offering, offering, RECIPIENT } from '../offering.ts'
import { hidden } from '../town.ts'
import { personOf } from '../world.ts'
import { breakable, everyTaskTwice, type Fault, faults } from './faults.ts'

type Scenario = (town: Offering, offerId: string) => Promise<unknown>

const scenarios: Readonly<Record<'accepted' | 'refused' | 'withdrawn' | 'expired', Scenario>> = {
  accepted: async (town, offerId) => {
    await attempt(() => town.tick(3))
    expect((await town.accept(RECIPIENT, offerId)).status).toBe(200)
  },
  refused: async (town, offerId) => {
    // By the link, where it came; else over the API.
    const token = town.linkOf(RECIPIENT)
    const version = hidden(await town.openOffer(token), 'version')
    const answer = await town.answer(token, { decision: 'refuse', reason: 'Plus de place.', version })
    if (answer.status !== 200) await town.refuse(RECIPIENT, offerId)
  },
  withdrawn: async (town, offerId) => {
    await town.change(GIVER, { status: 'inactive' })
    await attempt(town.executions.timeOut)
    expect((await town.withdraw('coordinator', offerId)).status).toBe(200)
  },
  expired: async (town) => {
    for (const days of [3, 7, 12, 13, 14]) await attempt(() => town.tick(days))
  },
}

/** What fails is done again later, by a queue or by the clock. */
const attempt = async (work: () => Promise<unknown>): Promise<void> => {
  await work().catch(() => undefined)
}

/** Lives through a scenario in which the nth call goes wrong; then time passes. */
const live = async (scenario: Scenario, nth: number, fault: Fault, more: (town: Offering) => void = () => {}) => {
  let broken: ReturnType<typeof breakable> | undefined
  const town = offering((table) => {
    broken = breakable(table)
    return broken.table
  })
  more(town)
  broken?.arm(nth, fault)
  const { offerId } = JSON.parse((await town.offer()).body) as { offerId: string }
  await attempt(town.deliver)
  await scenario(town, offerId)
  await attempt(town.deliver)
  for (let tick = 0; tick < 3; tick++) {
    await attempt(() => town.tick(60))
    expect(faultsIn(town)).toEqual([])
  }
  return { town, calls: broken?.calls() ?? 0 }
}

const NEVER = Number.POSITIVE_INFINITY

const expectEnded = (town: Offering, end: string): void => {
  expect(town.offers().map(({ state }) => state)).toEqual([end])
  expect([town.followUps(), town.claims(), town.executionsWaiting()]).toEqual([[], [], 0])
  expect(town.executions.executions().filter(({ status }) => status === 'failed')).toEqual([])
  // The very last task may have been lost after its work: then no execution lives to say so, and there is nothing left to do.
  const states = town.executions.executions().flatMap(({ status, state }) => (status === 'succeeded' ? [state] : []))
  for (const state of states) expect(state).toBe(end.replace(/^./, (first) => first.toUpperCase()))
  expect(town.events().filter(({ type }) => type === 'offer-ended')).toHaveLength(1)
  expect(town.events().filter(({ type }) => type === 'offer-told')).toHaveLength(1)
  expect(town.progresses()[0]?.steps.filter(({ step }) => step === 'told')).toHaveLength(1)
}

const LONG = { timeout: 60_000 }

describe.each(Object.entries(scenarios))('an offer that is %s', LONG, (end, scenario) => {
  test.each(faults)('D-15: whichever call is %s, it ends as it should, told once', async (fault) => {
    const { calls } = await live(scenario, NEVER, fault)
    expect(calls).toBeGreaterThan(10)
    for (let nth = 0; nth < calls; nth++) {
      const { town } = await live(scenario, nth, fault)
      expectEnded(town, end)
    }
  })

  test('D-15: every task run twice ends it as it should, told once', async () => {
    const { town } = await live(scenario, NEVER, 'throttled', ({ executions }) =>
      executions.standBetween(everyTaskTwice),
    )
    expectEnded(town, end)
  })

  test('D-15: several executions of one offer at once end it as it should, told once', async () => {
    const { town } = await live(
      async (it, offerId) => {
        const run = { dossierId: it.dossier().dossierId, requestId: offerId, at: '2026-03-02T09:00:00.000Z' }
        await Promise.all(
          ['again', 'and again', offerId].map((name) => it.executions.workflows.start('offer', name, run)),
        )
        await scenario(it, offerId)
        await it.executions.timeOut()
      },
      NEVER,
      'throttled',
    )
    expectEnded(town, end)
  })
})

test.each(['throttled', 'answer lost'] as const)(
  'D-11: whichever call of an acceptance is %s, the dossier is wholly where the offer says',
  LONG,
  async (fault) => {
    for (let nth = 0; ; nth++) {
      const town = offering()
      const { offerId } = JSON.parse((await town.offer()).body) as { offerId: string }
      const broken = breakable(town.table)
      Object.assign(town.world, { table: broken.table })
      broken.arm(nth, fault)
      await attempt(() => town.accept(RECIPIENT, offerId))
      const isThrough = broken.calls() <= nth
      Object.assign(town.world, { table: town.table })
      expect(faultsIn(town)).toEqual([])
      await town.accept(RECIPIENT, offerId)
      await town.deliver()
      expectEnded(town, 'accepted')
      expect(town.dossier().ownerId).toBe(personOf(RECIPIENT).personId)
      if (isThrough) break
    }
  },
)
