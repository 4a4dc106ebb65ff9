import { expect, test } from 'vitest'
import { entriesOf } from '../../../shared/audit.ts'
import { changePerson, deactivation, People } from '../../../shared/people.ts'
import { addSeconds, DAY } from '../../../shared/ports/clock.ts'
import type { Persona } from '../../../shared/rules/cases.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { create, perhaps, update } from '../../../shared/table/table.ts'
import { ask, granted } from '../../../test/ask.ts'
import { clientIdOf, heldDossier, holdingsOf, officeHolding } from '../../../test/held-dossiers.ts'
import type { MemoryTable } from '../../../test/memory-table.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { type ClientAssignment, ClientAssignments } from '../../clients/records.ts'
import { type Dossier, Dossiers } from '../../dossiers/records.ts'
import { OfferClaims, Offers } from '../../offers/records.ts'
import { Shares } from '../../sharing/records.ts'
import { routes } from '../routes.ts'
import { handOver } from './hand-over.ts'

const as = personOf('user manager')
const leaver = personOf('owner')
const [stranger, responsible] = [personOf('stranger').personId, personOf('responsible').personId]
const people: readonly Persona[] = [
  'owner',
  'stranger',
  'responsible',
  'coordinator',
  'guest',
  'owner, inactive',
  'owner, invited',
  'Full Access of the dossier',
]
const [one, two, three, four] = [
  heldDossier(1, 'owner'),
  heldDossier(2, 'owner', 'responsible'),
  heldDossier(3, 'owner'),
  heldDossier(4, 'stranger', 'owner'),
] as [Dossier, Dossier, Dossier, Dossier]
const office = () => officeHolding(people, [one, two, three, four])

const item = (kind: 'dossier' | 'responsibility', { dossierId }: Pick<Dossier, 'dossierId'>, successorId: string) => ({
  kind,
  dossierId,
  successorId,
})
const handing = async (table: MemoryTable, items: readonly object[]) =>
  ask(handOver, {
    as,
    table,
    things: { member: leaver },
    input: { items },
  })
const done = async (table: MemoryTable, items: readonly object[]) => {
  const outcome = await granted(handing(table, items))
  expect(await table.commit(outcome.writes ?? [])).toBe('done')
  return outcome
}
const countsOf = async (table: MemoryTable, personId: string) => {
  const { dossiers = 0, responsibilities = 0 } = (await holdingsOf(table, personId)) ?? {}
  return [dossiers, responsibilities]
}
const dossierNow = async (table: MemoryTable, { dossierId }: Dossier) =>
  (await table.load({ found: perhaps(Dossiers, { dossierId }) })).found as Stored<Dossier>
const assigned = async (table: MemoryTable, client: number, personId: string) => {
  const clientId = clientIdOf(client)
  const { found } = await table.load({ found: perhaps(ClientAssignments, { clientId, personId }) })
  return (found as ClientAssignment | undefined)?.dossierIds
}

test('D-20: dossiers and responsibilities go to their successors, with the exact counts of everybody', async () => {
  const table = await office()
  expect(await countsOf(table, leaver.personId)).toEqual([3, 3])
  const { view } = await done(table, [
    item('dossier', one, stranger),
    item('responsibility', one, responsible),
    item('dossier', two, stranger),
    item('responsibility', four, stranger),
  ])
  expect(routes.handOver.output.parse(view)).toEqual({
    personId: leaver.personId,
    held: { dossiers: 1, responsibilities: 1, spaces: 0 },
  })
  expect(await dossierNow(table, one)).toMatchObject({ ownerId: stranger, responsibleId: responsible, number: 1 })
  expect(await dossierNow(table, two)).toMatchObject({ ownerId: stranger, responsibleId: responsible })
  expect(await dossierNow(table, four)).toMatchObject({ ownerId: stranger, responsibleId: stranger })
  // B-02: since when, and by whom.
  const named = { at: NOW, by: expect.any(String) as string }
  expect(await dossierNow(table, one)).toMatchObject({ ownerNamed: named, responsibleNamed: named })
  expect((await dossierNow(table, two)).responsibleNamed).toBeUndefined()
  expect(await countsOf(table, leaver.personId)).toEqual([1, 1])
  expect(await countsOf(table, stranger)).toEqual([3, 1])
  expect(await countsOf(table, responsible)).toEqual([0, 2])
})

test('S-12: who owned counts as assigned to the client by what is left, who owns now by what came', async () => {
  const table = await office()
  await done(table, [item('dossier', one, stranger), item('dossier', two, responsible)])
  expect(await assigned(table, 1, leaver.personId)).toEqual([three.dossierId])
  expect(await assigned(table, 1, stranger)).toEqual([one.dossierId])
  expect(await assigned(table, 0, leaver.personId)).toBeUndefined()
  expect(await assigned(table, 0, responsible)).toEqual([two.dossierId])
  await done(table, [item('dossier', three, stranger)])
  expect(await assigned(table, 1, leaver.personId)).toBeUndefined()
  expect(await assigned(table, 1, stranger)).toEqual([one.dossierId, three.dossierId])
})

test('S-03: who was assigned by name as well stays assigned', async () => {
  const table = await office()
  const ids = { clientId: clientIdOf(0), personId: leaver.personId }
  const { found } = await table.load({ found: perhaps(ClientAssignments, ids) })
  const byName = { by: as.personId, at: NOW }
  await table.commit([update(ClientAssignments, found as Stored<ClientAssignment>, { assigned: byName })])
  await done(table, [item('dossier', two, stranger)])
  const { after } = await table.load({ after: perhaps(ClientAssignments, ids) })
  expect(after).toMatchObject({ assigned: byName, dossierIds: [] })
})

test('D-13: shares stay, but for the new owner, who is no collaborator of their own dossier', async () => {
  const table = await office()
  const shareWith = (personId: string) =>
    create(Shares, {
      dossierId: one.dossierId,
      personId,
      access: 'read',
      givenBy: leaver.personId,
      givenAt: NOW,
      until: null,
    })
  table.put(shareWith(stranger), shareWith(responsible))
  await done(table, [item('dossier', one, stranger), item('responsibility', one, responsible)])
  const left = table.everything().filter(({ recordName }) => recordName === Shares.name)
  expect(left.map(({ personId }) => personId)).toEqual([responsible])
})

test('D-20: each successor is told once of all that is theirs', async () => {
  const { events } = await done(await office(), [
    item('dossier', one, stranger),
    item('dossier', three, stranger),
    item('responsibility', one, responsible),
  ])
  const from = leaver.personId
  expect(events).toEqual([
    {
      type: 'dossiers-handed-over',
      data: { from, to: stranger, owned: [one.dossierId, three.dossierId], answered: [] },
    },
    { type: 'dossiers-handed-over', data: { from, to: responsible, owned: [], answered: [one.dossierId] } },
  ])
})

test.each([
  ['themself', leaver.personId],
  ['somebody inactive', personOf('owner, inactive').personId],
  ['somebody who has not activated their account', personOf('owner, invited').personId],
  ['a member who is no practitioner', personOf('coordinator').personId],
  ['a client user', personOf('Full Access of the dossier').personId],
  ['nobody', idOf(404)],
])(
  'D-13: a dossier goes to another active practitioner, not to %s; then nothing at all is moved',
  async (_, successorId) => {
    const outcome = await handing(await office(), [item('dossier', one, stranger), item('dossier', two, successorId)])
    expect(outcome).toEqual({
      problem: 'successor-not-eligible',
      errors: [{ pointer: '#/items/1/successorId', detail: successorId }],
    })
  },
)

test('P-11: access requests go to an active member, who need be no practitioner, but is no guest', async () => {
  const table = await office()
  const refused = await handing(table, [item('responsibility', four, personOf('guest').personId)])
  expect(refused).toMatchObject({ problem: 'successor-not-eligible' })
  await done(table, [item('responsibility', four, personOf('coordinator').personId)])
})

test.each([
  ['that is not theirs', item('dossier', four, responsible)],
  ['that somebody else answers for', item('responsibility', two, stranger)],
  ['that does not exist', item('dossier', { dossierId: idOf(404) }, stranger)],
])('D-20: what is handed over was in the inventory: nothing %s', async (_, wrong) => {
  const outcome = await handing(await office(), [item('dossier', one, stranger), wrong])
  expect(outcome).toMatchObject({ problem: 'inventory-changed', errors: [{ pointer: '#/items/1' }] })
})

test('D-20: a successor who is deactivated at the same moment is handed nothing', async () => {
  const table = await office()
  const { writes = [] } = await granted(handing(table, [item('dossier', one, responsible)]))
  const successor = personOf('responsible')
  expect(await table.commit([...changePerson(successor, deactivation(successor))])).toBe('done')
  expect(await table.commit(writes)).not.toBe('done')
  expect((await dossierNow(table, one)).ownerId).toBe(leaver.personId)
})

const offered = (dossierId: string, offerId: string) => [
  create(Offers, {
    dossierId,
    offerId,
    giverId: leaver.personId,
    recipientId: responsible,
    message: null,
    state: 'pending',
    offeredAt: NOW,
    expiresAt: addSeconds(NOW, DAY),
    outcome: null,
  }),
  create(OfferClaims, { dossierId, offerId }),
]

test('D-14: a dossier that is handed over is offered no more; one whose access requests alone are is still', async () => {
  const table = await office()
  table.put(...offered(one.dossierId, idOf(0x900)), ...offered(three.dossierId, idOf(0x901)))
  const { events = [] } = await done(table, [item('dossier', one, stranger), item('responsibility', three, stranger)])
  const stateOf = async (dossierId: string, offerId: string) =>
    (await table.load({ offer: perhaps(Offers, { dossierId, offerId }) })).offer
  expect(await stateOf(one.dossierId, idOf(0x900))).toMatchObject({
    state: 'withdrawn',
    outcome: { by: as.personId, at: NOW, reason: null },
  })
  expect(await stateOf(three.dossierId, idOf(0x901))).toMatchObject({ state: 'pending' })
  expect(events.filter(({ type }) => type === 'offer-ended')).toHaveLength(1)
})

test('D-14: of two hand-overs of one dossier at once, one is done', async () => {
  const table = await office()
  const first = await granted(handing(table, [item('dossier', one, stranger)]))
  const second = await granted(handing(table, [item('dossier', one, responsible)]))
  expect(await table.commit(first.writes ?? [])).toBe('done')
  expect(await table.commit(second.writes ?? [])).not.toBe('done')
  expect(await countsOf(table, stranger)).toEqual([2, 0])
})

test('the largest hand-over fits into one transaction with all that the kernel adds', async () => {
  const dossiers = Array.from({ length: 7 }, (_, at) => ({
    ...heldDossier(100 + at, 'owner'),
    // Each of a client of its own.
    clientId: clientIdOf(10 + at),
    dossierId: `019cabcd-${(100 + at).toString(16).padStart(4, '0')}-7000${clientIdOf(10 + at).slice(18)}`,
  }))
  const table = await officeHolding(['owner'], dossiers)
  const successors = dossiers.map((_, at) => ({ ...personOf('stranger'), personId: idOf(0x700 + at) }))
  table.put(
    ...successors.map((person) => create(People, person)),
    ...dossiers.map(({ dossierId }, at) =>
      create(Shares, {
        dossierId,
        personId: successors[at]?.personId ?? '',
        access: 'read',
        givenBy: leaver.personId,
        givenAt: NOW,
        until: null,
      }),
    ),
    ...dossiers.flatMap(({ dossierId }, at) => offered(dossierId, idOf(0x900 + at))),
  )
  const answering = Array.from({ length: 3 }, (_, at) => ({ ...personOf('stranger'), personId: idOf(0x800 + at) }))
  table.put(...answering.map((person) => create(People, person)))
  const items = dossiers.flatMap((dossier, at) => [
    item('dossier', dossier, successors[at]?.personId ?? ''),
    item('responsibility', dossier, answering[at % 3]?.personId ?? ''),
  ])
  expect(routes.handOver.input.safeParse({ items }).success).toBe(true)
  const { writes = [], events = [] } = await granted(handing(table, items))
  const act = { at: NOW, actorId: as.personId, door: 'api', action: 'member.hand-over', ruleId: null } as const
  const entries = entriesOf({ ...act, trail: 'ORGANISATION', requestId: 'r' }, writes, () => idOf(1))
  // And the answer kept for a repeat.
  expect(writes.length + entries.length + events.length + 1).toBeLessThanOrEqual(100)
  expect(await table.commit(writes)).toBe('done')
})

test('what is more than fits, or named twice, is refused as invalid', () => {
  const accepts = (items: readonly object[]) => routes.handOver.input.safeParse({ items }).success
  const many = Array.from({ length: 8 }, (_, at) => item('dossier', { dossierId: idOf(at) }, stranger))
  expect(accepts(many.slice(1))).toBe(true)
  expect(accepts(many)).toBe(false)
  expect(accepts([...many.slice(0, 2), item('dossier', { dossierId: idOf(0) }, responsible)])).toBe(false)
  const toMany = Array.from({ length: 11 }, (_, at) =>
    item(at < 6 ? 'dossier' : 'responsibility', { dossierId: idOf(at % 6) }, idOf(50 + at)),
  )
  expect(accepts(toMany)).toBe(false)
})
