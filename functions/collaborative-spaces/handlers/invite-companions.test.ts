import { expect, test } from 'vitest'
import { changePerson, deactivation, type Person } from '../../../shared/people.ts'
import type { Persona } from '../../../shared/rules/cases.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { ask, granted } from '../../../test/ask.ts'
import type { MemoryTable } from '../../../test/memory-table.ts'
import { liesThere, oneSpace, spaceNow } from '../../../test/one-space.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { MOST_MEMBERS } from '../records.ts'
import { MOST_INVITED, routes } from '../routes.ts'
import { inviteCompanions } from './invite-companions.ts'
import { listCompanions } from './list-companions.ts'

const as = personOf('owner')
const inviting = async (table: MemoryTable, people: readonly Stored<Person>[]) => {
  const things = await spaceNow(table, 'owner')
  const each = people.map((grantee) => ({ ...things, grantee }))
  return Promise.resolve(inviteCompanions({ actor: as, ...things, each, input: {}, now: NOW } as never))
}

test('D-18: those who are invited are members at once, each is told, and the count is exact', async () => {
  const table = oneSpace(['owner'], ['stranger', 'responsible'])
  const people = [personOf('stranger'), personOf('responsible')]
  const { view, writes = [], events } = await granted(inviting(table, people))
  expect(view).toEqual({ items: people.map(({ personId, name }) => ({ personId, name })), members: 3 })
  expect(events).toEqual(
    people.map(({ personId }) => ({
      type: 'space-invited',
      data: { spaceId: idOf(0x5ace), personId, by: as.personId },
    })),
  )
  expect(await table.commit(writes)).toBe('done')
  expect((await spaceNow(table, 'stranger')).companion).toMatchObject({ invitedBy: as.personId, joinedAt: NOW })
  expect((await spaceNow(table, 'owner')).collaborativeSpace).toMatchObject({ members: 3 })
})

test('D-18: whoever is a member already stays as they are, and is told nothing', async () => {
  const table = oneSpace(['owner', 'stranger'])
  const { view, writes, events } = await granted(inviting(table, [personOf('stranger')]))
  expect([view.members, writes, events]).toEqual([2, [], []])
})

test('D-16: whoever is deactivated at the same moment joins nothing', async () => {
  const table = oneSpace(['owner'], ['stranger'])
  const { writes = [] } = await granted(inviting(table, [personOf('stranger')]))
  const stranger = personOf('stranger')
  expect(await table.commit([...changePerson(stranger, deactivation(stranger))])).toBe('done')
  expect(await table.commit(writes)).not.toBe('done')
})

test('D-18: as many as one act may invite fit into one transaction with all that the kernel adds', async () => {
  const many = Array.from({ length: MOST_INVITED }, (_, at) => ({
    ...personOf('stranger'),
    personId: idOf(0x600 + at),
  }))
  const { writes = [], events = [] } = await granted(inviting(oneSpace(['owner']), many))
  // And two audit entries, and the answer kept for a repeat.
  expect(writes.length + events.length + 3).toBeLessThanOrEqual(100)
})

test('a space has no more members than its item holds', async () => {
  const memberIds = [as.personId, ...Array.from({ length: MOST_MEMBERS - 1 }, (_, at) => idOf(0x700 + at))]
  const table = oneSpace(['owner'], ['stranger'], { memberIds, members: MOST_MEMBERS })
  expect(await inviting(table, [personOf('stranger')])).toEqual({ problem: 'space-full' })
})

test('D-17: its members are listed with since when and by whom, page by page, each once', async () => {
  const personas: Persona[] = ['owner', 'stranger', 'responsible', 'coordinator']
  const table = oneSpace(personas)
  const names: string[] = []
  let cursor: string | undefined
  do {
    const things = await spaceNow(table, 'owner')
    const { view } = await granted(ask(listCompanions, { as, table, things, input: { limit: 3, cursor } }))
    const page = routes.listCompanions.output.parse(view)
    names.push(...page.items.map(({ name }) => name))
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  expect(names.toSorted()).toEqual(personas.map((persona) => personOf(persona).name).toSorted())
  expect(liesThere(table, 'companion')).toHaveLength(4)
})
