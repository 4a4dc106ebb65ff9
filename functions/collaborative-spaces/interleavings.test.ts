/** Members who invite, leave, close, are deactivated and become guests, all at once and in whatever order their steps fall. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isActiveColleague, type Person } from '../../shared/people.ts'
import type { Persona } from '../../shared/rules/cases.ts'
import type { Table } from '../../shared/table/table.ts'
import type { MemoryTable } from '../../test/memory-table.ts'
import { liesThere, oneSpace } from '../../test/one-space.ts'
import { openApi } from '../../test/whole-api.ts'
import { idOf, personOf } from '../../test/world.ts'
import type { CollaborativeSpace, Companion } from './records.ts'

const spaceId = idOf(0x5ace)
const insiders: readonly Persona[] = ['owner', 'stranger', 'responsible']
const outsiders: readonly Persona[] = ['documentation reader', 'profile reader']
const everybody = [...insiders, ...outsiders]

type Act = {
  readonly what: 'invite' | 'leave' | 'close' | 'deactivate' | 'make guest' | 'write'
  who: Persona
  whom: Persona
}

const anAct: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom('invite', 'leave', 'leave', 'close', 'deactivate', 'make guest', 'write'),
  who: fc.constantFrom(...everybody),
  whom: fc.constantFrom(...everybody),
})

const idFor = (persona: Persona): string => personOf(persona).personId

/** Each step of every request waits for its turn, which the scheduler gives in any order. */
const inAnyOrder = (table: MemoryTable, scheduler: fc.Scheduler): MemoryTable => {
  const turn = () => scheduler.schedule(Promise.resolve())
  return {
    ...table,
    load: async (...asked) => (await turn(), table.load(...asked)),
    list: (async (...asked: Parameters<Table['list']>) => (await turn(), table.list(...asked))) as Table['list'],
    commit: async (writes) => (await turn(), table.commit(writes)),
  }
}

const doing = ({ ask }: ReturnType<typeof openApi>, { what, who, whom }: Act) => {
  const as = idFor(who)
  const params = { spaceId }
  const path = '/v1/collaborative-spaces/{spaceId}'
  switch (what) {
    case 'invite':
      return ask(`POST ${path}/companions`, { as, params, input: { personIds: [idFor(whom)] } })
    case 'leave':
      return ask(`DELETE ${path}/companions/me`, { as, params })
    case 'close':
      return ask(`POST ${path}/closing`, { as, params })
    case 'write':
      return ask(`POST ${path}/entries`, {
        as,
        params,
        input: { kind: 'note', title: 'Point', markdown: 'Rien à dire.' },
      })
    case 'deactivate':
      return ask('POST /v1/members/{personId}/deactivation', {
        as: idFor('user manager'),
        params: { personId: idFor(whom) },
      })
    case 'make guest':
      return ask('PUT /v1/members/{personId}/roles', {
        as: idFor('settings editor'),
        params: { personId: idFor(whom) },
        input: { roles: ['guest'] },
      })
  }
}

test('D-18: whatever happens at once, a space has a reader, its members are who may be, and their count is exact', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(anAct, { minLength: 2, maxLength: 8 }),
      fc.subarray([...insiders], { minLength: 1 }),
      async (scheduler, acts, members) => {
        const others = [...everybody, 'user manager' as const, 'settings editor' as const].filter(
          (persona) => !members.includes(persona),
        )
        const table = oneSpace(members, others)
        const api = openApi(inAnyOrder(table, scheduler))
        const answers = await scheduler.waitFor(Promise.all(acts.map((act) => doing(api, act))))
        expect(answers.filter(({ status }) => status >= 500)).toEqual([])

        const [space] = liesThere<CollaborativeSpace>(table, 'collaborative-space')
        const companions = liesThere<Companion>(table, 'companion').map(({ personId }) => personId)
        const people = liesThere<Person>(table, 'person')
        const able = people.filter(isActiveColleague).map(({ personId }) => personId)
        expect(space?.memberIds.length).toBeGreaterThan(0)
        expect(space?.members).toBe(space?.memberIds.length)
        expect(companions.toSorted()).toEqual(space?.memberIds.toSorted())
        expect(space?.memberIds.filter((personId) => !able.includes(personId))).toEqual([])
        if (space?.state === 'closed') expect(space.memberIds).toEqual([space.closedBy])
      },
    ),
    { numRuns: 100 },
  )
})

test('D-18: when everybody leaves at once, one stays and is told both ways out', async () => {
  const table = oneSpace(['owner', 'stranger', 'responsible'])
  const api = openApi(table)
  const answers = await Promise.all(insiders.map((who) => doing(api, { what: 'leave', who, whom: who })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 204, 403])
  const refused = answers.find(({ status }) => status === 403)?.problem
  expect(refused?.reason).toMatchObject({
    rule: 'collaborative-space.leave/never-last',
    source: 'D-18',
    sentence: { en: expect.stringMatching(/inviting somebody, or close it/) },
  })
})
