import { expect, test } from 'vitest'
import type { Persona } from '../../shared/rules/cases.ts'
import { create } from '../../shared/table/table.ts'
import { ask, granted } from '../../test/ask.ts'
import type { MemoryTable } from '../../test/memory-table.ts'
import { liesThere, oneSpace, spaceNow } from '../../test/one-space.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { leaveSpace } from '../collaborative-spaces/leave-space.ts'
import { type CollaborativeSpace, CollaborativeSpaces, Companions } from '../collaborative-spaces/records.ts'
import { HandOver } from './hand-over-items.ts'
import { changeRoles } from './handlers/change-roles.ts'
import { deactivateMember } from './handlers/deactivate-member.ts'
import { handOver } from './handlers/hand-over.ts'
import { listInventory } from './handlers/list-inventory.ts'
import { listSpaceInventory } from './handlers/list-space-inventory.ts'
import { MOST_SPACES_LEFT } from './leave-spaces.ts'
import { routes } from './routes.ts'

const as = personOf('user manager')
const leaver = personOf('owner')
const stranger = personOf('stranger').personId
const spaceId = idOf(0x5ace)

const deactivating = (table: MemoryTable, member = leaver) => ask(deactivateMember, { as, table, things: { member } })
const toGuest = (table: MemoryTable) =>
  ask(changeRoles, { as: personOf('administrator'), table, things: { member: leaver }, input: { roles: ['guest'] } })
const handing = (table: MemoryTable, items: readonly object[]) =>
  ask(handOver, { as, table, things: { member: leaver }, input: { items } })
const item = (successorId: string | null, of = spaceId) => ({ kind: 'collaborative-space', spaceId: of, successorId })
const membersNow = async (table: MemoryTable) => (await spaceNow(table, 'owner')).collaborativeSpace.memberIds

/** Spaces besides, of the leaver and these. */
const more = (table: MemoryTable, count: number, others: readonly string[]) => {
  const [space] = liesThere<CollaborativeSpace>(table, 'collaborative-space')
  const memberIds = [leaver.personId, ...others]
  for (let at = 1; at <= count; at++) {
    const one = {
      ...(space as CollaborativeSpace),
      version: undefined,
      spaceId: idOf(at),
      memberIds,
      members: memberIds.length,
    }
    table.put(
      create(CollaborativeSpaces, one),
      ...memberIds.map((personId) =>
        create(Companions, { spaceId: one.spaceId, personId, invitedBy: personId, joinedAt: NOW }),
      ),
    )
  }
}

test.each([
  ['deactivated', deactivating],
  ['a guest', toGuest],
])('D-20: whoever is alone in a space is not made %s before it is handed over', async (_, ending) => {
  const table = oneSpace(['owner'], ['settings editor', 'administrator'], { state: 'closed' })
  expect(await ending(table)).toMatchObject({
    problem: 'inventory-not-empty',
    errors: [{ pointer: '#/dossiers' }, { pointer: '#/responsibilities' }, { pointer: '#/spaces', detail: '1' }],
  })
})

test.each([
  ['deactivated', deactivating],
  ['a guest', toGuest],
])(
  'D-18: whoever is made %s leaves their spaces in the same transaction, and the others are told',
  async (_, ending) => {
    const table = oneSpace(['owner', 'stranger'], ['settings editor', 'administrator'])
    const { writes = [], events } = await granted<{ writes?: readonly never[]; events?: readonly object[] }>(
      ending(table) as never,
    )
    expect(events).toContainEqual({ type: 'space-left', data: { spaceId, personId: leaver.personId, members: 1 } })
    expect(await table.commit(writes)).toBe('done')
    expect(await membersNow(table)).toEqual([stranger])
    expect((await spaceNow(table, 'owner')).companion).toBeUndefined()
  },
)

test('D-18: of one who is deactivated and one who leaves at the same moment, one stays', async () => {
  const table = oneSpace(['owner', 'stranger'], ['settings editor'])
  const { writes = [] } = await granted(deactivating(table))
  const { collaborativeSpace, companion } = await spaceNow(table, 'stranger')
  expect(companion).toBeDefined()
  const left = leaveSpace(collaborativeSpace, companion as NonNullable<typeof companion>)
  expect(await table.commit(left.writes)).toBe('done')
  expect(await table.commit(writes)).not.toBe('done')
  expect(await membersNow(table)).toEqual([leaver.personId])
  expect(await deactivating(table)).toMatchObject({ problem: 'inventory-not-empty' })
})

test('D-20: of two who are deactivated at the same moment, one stays, as long as nobody else is in it', async () => {
  const table = oneSpace(['owner', 'stranger'], ['settings editor'])
  const [first, second] = await Promise.all([
    granted(deactivating(table)),
    granted(deactivating(table, personOf('stranger'))),
  ])
  expect(await table.commit(first.writes ?? [])).toBe('done')
  expect(await table.commit(second.writes ?? [])).not.toBe('done')
})

test('D-20: as many spaces as are left at once fit into one transaction; whoever is in more leaves some first', async () => {
  const table = oneSpace(['owner', 'stranger'], ['settings editor'])
  more(table, MOST_SPACES_LEFT - 1, [stranger])
  const { writes = [], events = [] } = await granted(deactivating(table))
  // And an audit entry for each and one for the person, and the answer kept for a repeat.
  expect(writes.length + events.length + MOST_SPACES_LEFT + 2).toBeLessThanOrEqual(100)
  more(table, MOST_SPACES_LEFT, [stranger])
  expect(await deactivating(table)).toEqual({ problem: 'too-many-spaces' })
  const left = await granted(handing(table, [item(null, idOf(1)), item(null, idOf(2))]))
  expect(await table.commit(left.writes ?? [])).toBe('done')
  expect(await granted(deactivating(table))).toBeDefined()
})

test('D-20: a successor becomes the member of a space that nobody else is in, whatever its state, and is told', async () => {
  const table = oneSpace(['owner'], ['stranger'], { state: 'closed' })
  const { view, writes = [], events } = await granted(handing(table, [item(stranger)]))
  expect(routes.handOver.output.parse(view).held).toEqual({ dossiers: 0, responsibilities: 0, spaces: 0 })
  expect(events).toEqual([{ type: 'space-invited', data: { spaceId, personId: stranger, by: as.personId } }])
  expect(await table.commit(writes)).toBe('done')
  expect(await membersNow(table)).toEqual([stranger])
  expect((await spaceNow(table, 'owner')).companion).toBeUndefined()
  expect((await spaceNow(table, 'stranger')).companion).toMatchObject({ invitedBy: as.personId, joinedAt: NOW })
})

test.each<[string, Persona | null]>([
  ['a guest', 'guest'],
  ['somebody inactive', 'owner, inactive'],
  ['a client user', 'Full Access of the dossier'],
  ['themself', 'owner'],
  ['nobody', null],
])('D-16: a space is not handed over to %s', async (_, persona) => {
  const others: Persona[] = persona === null || persona === 'owner' ? [] : [persona]
  const successorId = persona === null ? null : personOf(persona).personId
  expect(await handing(oneSpace(['owner'], others), [item(successorId)])).toMatchObject({
    problem: 'successor-not-eligible',
    errors: [{ pointer: '#/items/0/successorId' }],
  })
})

test('D-21: nobody joins by a hand-over where others are in the space; it is left to them', async () => {
  const table = oneSpace(['owner', 'stranger'], ['responsible'])
  const joining = await handing(table, [item(personOf('responsible').personId)])
  expect(joining).toMatchObject({ problem: 'inventory-changed', errors: [{ pointer: '#/items/0' }] })
  const { writes = [], events } = await granted(handing(table, [item(null)]))
  expect(events).toEqual([{ type: 'space-left', data: { spaceId, personId: leaver.personId, members: 1 } }])
  expect(await table.commit(writes)).toBe('done')
  expect(await membersNow(table)).toEqual([stranger])
})

test('D-20: what is handed over is theirs at that moment', async () => {
  const table = oneSpace(['stranger'], ['owner', 'responsible'])
  expect(await handing(table, [item(personOf('responsible').personId)])).toMatchObject({ problem: 'inventory-changed' })
  expect(await handing(table, [item(stranger, idOf(404))])).toMatchObject({ problem: 'inventory-changed' })
})

test('D-20: a successor who is deactivated at the same moment succeeds to nothing', async () => {
  const table = oneSpace(['owner'], ['stranger', 'settings editor'])
  const { writes = [] } = await granted(handing(table, [item(stranger)]))
  const gone = await granted(deactivating(table, personOf('stranger')))
  expect(await table.commit(gone.writes ?? [])).toBe('done')
  expect(await table.commit(writes)).not.toBe('done')
  expect(await membersNow(table)).toEqual([leaver.personId])
})

test('D-20: the inventory counts the spaces that nobody else is in, and names those alone', async () => {
  const table = oneSpace(['owner'])
  more(table, 3, [stranger])
  const things = { member: leaver }
  const { view } = await granted(ask(listInventory, { as, table, things, input: { limit: 10 } }))
  expect(view.held).toEqual({ dossiers: 0, responsibilities: 0, spaces: 1 })
  const page = await granted(ask(listSpaceInventory, { as, table, things, input: { limit: 3 } }))
  expect(routes.listSpaceInventory.output.parse(page.view).items).toEqual(
    [1, 2, 3].map((at) => ({ spaceId: idOf(at), state: 'open', isLast: false, name: null })),
  )
  const input = { limit: 3, cursor: page.view.cursor }
  const rest = await granted(ask(listSpaceInventory, { as, table, things, input }))
  expect(rest.view).toEqual({
    items: [{ spaceId, state: 'open', isLast: true, name: 'Rentrée du quartier' }],
    cursor: null,
  })
})

test('a client user has no inventory of spaces', async () => {
  const member = personOf('Full Access of the dossier')
  const asked = { as, things: { member }, input: { limit: 10 } }
  expect(await ask(listSpaceInventory, asked)).toEqual({ problem: 'not-found' })
})

test('a space is handed over once, by a kind of item of its own', () => {
  const accepts = (items: readonly object[]) => HandOver.safeParse({ items }).success
  expect(accepts([item(stranger), item(null, idOf(1))])).toBe(true)
  expect(accepts([item(stranger), item(null)])).toBe(false)
  expect(accepts([{ kind: 'dossier', spaceId, successorId: stranger }])).toBe(false)
  expect(accepts([{ kind: 'dossier', dossierId: spaceId, successorId: null }])).toBe(false)
})
