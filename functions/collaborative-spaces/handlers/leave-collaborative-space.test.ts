import { expect, test } from 'vitest'
import type { Persona } from '../../../shared/rules/cases.ts'
import { ask, granted } from '../../../test/ask.ts'
import type { MemoryTable } from '../../../test/memory-table.ts'
import { oneSpace, spaceNow } from '../../../test/one-space.ts'
import { personOf } from '../../../test/world.ts'
import { closeCollaborativeSpace } from './close-collaborative-space.ts'
import { leaveCollaborativeSpace } from './leave-collaborative-space.ts'

const leaving = async (table: MemoryTable, persona: Persona) =>
  granted(ask(leaveCollaborativeSpace, { as: personOf(persona), table, things: await spaceNow(table, persona) }))

test('D-18: whoever leaves is a member no more, and the count is exact', async () => {
  const table = oneSpace(['owner', 'stranger', 'responsible'])
  const { writes = [], events } = await leaving(table, 'stranger')
  expect(await table.commit(writes)).toBe('done')
  const { collaborativeSpace, companion } = await spaceNow(table, 'stranger')
  expect(companion).toBeUndefined()
  expect(collaborativeSpace).toMatchObject({
    members: 2,
    memberIds: [personOf('owner').personId, personOf('responsible').personId],
  })
  const { spaceId } = collaborativeSpace
  expect(events).toEqual([
    { type: 'space-left', data: { spaceId, personId: personOf('stranger').personId, members: 2 } },
  ])
})

test('D-18: of the two last who leave at once, one stays', async () => {
  const table = oneSpace(['owner', 'stranger'])
  const [first, second] = [await leaving(table, 'owner'), await leaving(table, 'stranger')]
  expect(await table.commit(first.writes ?? [])).toBe('done')
  expect(await table.commit(second.writes ?? [])).not.toBe('done')
  const { collaborativeSpace } = await spaceNow(table, 'stranger')
  expect(collaborativeSpace.memberIds).toEqual([personOf('stranger').personId])
  await expect(leaving(table, 'stranger')).rejects.toThrow('last member')
})

test('D-18: the last member closes the space and goes on reading it; whoever is invited at that moment is not left in a closed one', async () => {
  const table = oneSpace(['owner'])
  const things = await spaceNow(table, 'owner')
  const {
    view,
    writes = [],
    events,
  } = await granted(ask(closeCollaborativeSpace, { as: personOf('owner'), table, things }))
  expect(view).toMatchObject({ state: 'closed', closedBy: personOf('owner').personId, members: 1 })
  expect(events).toMatchObject([{ type: 'space-closed' }])
  expect(await table.commit(writes)).toBe('done')
  const again = await granted(ask(closeCollaborativeSpace, { as: personOf('owner'), table, things }))
  expect(await table.commit(again.writes ?? [])).not.toBe('done')
  expect((await spaceNow(table, 'owner')).companion).toBeDefined()
})
