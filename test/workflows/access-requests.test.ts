// Every call that the workflow of an access request and its consumers make goes wrong once, in each way.
import { describe, expect, test } from 'vitest'
import { asking, newUser } from '../asking.ts'
import { hidden } from '../town.ts'
import { breakable, everyTaskTwice, type Fault, faults } from './faults.ts'

type Town = ReturnType<typeof asking>
type Scenario = (town: Town, requestId: string) => Promise<unknown>
const REQUESTER = 'Administrator of the dossier'

/** What fails is done again later, by a queue or by the clock. */
const attempt = async (work: () => Promise<unknown>): Promise<void> => {
  await work().catch(() => undefined)
}

/** The link, once it was mailed: where the first mail was lost, the clock asks again. */
const link = async (town: Town): Promise<{ token: string; version: string }> => {
  if (town.linkOf('responsible') === '') await attempt(() => town.tick(0.01))
  const token = town.linkOf('responsible')
  return { token, version: hidden(await town.openDecision(token), 'version') }
}

const scenarios: Readonly<Record<'approved' | 'refused' | 'withdrawn' | 'expired', Scenario>> = {
  approved: async (town) => {
    const { token, version } = await link(town)
    await town.decide(token, { decision: 'approve', profile: newUser.profile, version })
  },
  refused: async (town) => {
    await attempt(() => town.tick(3))
    const { token, version } = await link(town)
    await town.decide(token, { decision: 'refuse', reason: 'Pas encore.', version })
  },
  withdrawn: (town, requestId) => town.withdraw(REQUESTER, requestId),
  expired: async (town) => {
    for (const days of [3, 7, 14]) await attempt(() => town.tick(days))
  },
}

const live = async (scenario: Scenario, nth: number, fault: Fault, twice = false) => {
  let broken: ReturnType<typeof breakable> | undefined
  const town = asking((table) => {
    broken = breakable(table)
    return broken.table
  })
  if (twice) town.executions.standBetween(everyTaskTwice)
  broken?.arm(nth, fault)
  const { requestId } = JSON.parse((await town.request(REQUESTER)).body) as { requestId: string }
  await attempt(town.deliver)
  await scenario(town, requestId)
  await attempt(town.deliver)
  for (let tick = 0; tick < 3; tick++) await attempt(() => town.tick(30))
  return { town, calls: broken?.calls() ?? 0 }
}

const expectEnded = (town: Town, end: string): void => {
  expect(town.requests().map(({ state }) => state)).toEqual([end])
  expect([town.followUps(), town.claims(), town.executionsWaiting()]).toEqual([[], [], 0])
  expect(town.executions.executions().filter(({ status }) => status === 'failed')).toEqual([])
  expect(town.events().filter(({ type }) => type === 'access-request-ended')).toHaveLength(1)
  expect(town.accesses()).toHaveLength(end === 'approved' ? 4 : 3)
}

describe.each(Object.entries(scenarios))('an access request that is %s', { timeout: 60_000 }, (end, scenario) => {
  test.each(faults)('P-12: whichever call is %s, it ends as it should, once', async (fault) => {
    const { calls } = await live(scenario, Number.POSITIVE_INFINITY, fault)
    expect(calls).toBeGreaterThan(5)
    for (let nth = 0; nth < calls; nth++) expectEnded((await live(scenario, nth, fault)).town, end)
  })

  test('P-12: every task run twice ends it as it should, once', async () => {
    expectEnded((await live(scenario, Number.POSITIVE_INFINITY, 'throttled', true)).town, end)
  })
})
