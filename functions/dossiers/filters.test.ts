/** Lists with filters, and their counts: whatever is asked for, exactly what a look at every dossier would find. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Person } from '../../shared/people.ts'
import type { Persona } from '../../shared/rules/cases.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, type Table } from '../../shared/table/table.ts'
import { ask, granted, holding } from '../../test/ask.ts'
import type { MemoryTable } from '../../test/memory-table.ts'
import { idOf, NOW, personOf, SOMEBODY_ELSE } from '../../test/world.ts'
import { ClientAssignments, dossierIdOf } from '../clients/records.ts'
import { Shares } from '../sharing/records.ts'
import { labelOf, labels } from './contents.ts'
import { type Filter, ofWhom } from './filters.ts'
import { countDossiers } from './handlers/count-dossiers.ts'
import { listDossiers } from './handlers/list-dossiers.ts'
import { type Dossier, DossierAccesses, Dossiers } from './records.ts'
import { dossierStateNames } from './states.ts'

const ANOTHER = idOf(950)
const LATER = '2026-03-05T12:00:00.000Z'
/** What somebody is to a dossier. */
const ties = ['none', 'owner', 'responsible', 'share', 'ended share'] as const
type Given = {
  readonly tie: (typeof ties)[number]
  readonly client: number
  readonly state: Dossier['state']
  readonly confidential: boolean
  readonly contents: NonNullable<Dossier['contents']>
  readonly another: boolean
  readonly changed: boolean
}

const clientOf = (client: number): string => idOf(9000 + client)

const dossierOf = (me: Person, given: Given, at: number): Dossier => ({
  dossierId: dossierIdOf(
    idOf(at + 1).replace('-0000-', `-${(at + 1).toString(16).padStart(4, '0')}-`),
    clientOf(given.client),
  ),
  number: at + 1,
  clientId: clientOf(given.client),
  clientName: 'Atelier Verrières',
  ownerId: given.tie === 'owner' ? me.personId : given.another ? ANOTHER : SOMEBODY_ELSE,
  responsibleId: given.tie === 'responsible' ? me.personId : SOMEBODY_ELSE,
  state: given.state,
  modules: ['archive'],
  confidential: given.confidential,
  contents: given.contents,
  createdAt: NOW,
  createdBy: SOMEBODY_ELSE,
  ...(given.changed ? { changedAt: LATER } : {}),
})

/** A table with these dossiers, and clients 1 and 2 assigned to the person. */
const world = (me: Person, dossiers: readonly Given[]): MemoryTable =>
  holding(
    ...(me.kind === 'member'
      ? [1, 2].map((client) =>
          create(ClientAssignments, {
            clientId: clientOf(client),
            personId: me.personId,
            assigned: { by: SOMEBODY_ELSE, at: NOW },
            dossierIds: [],
          }),
        )
      : []),
    ...dossiers.flatMap((given, at) => {
      const dossier = dossierOf(me, given, at)
      const { dossierId } = dossier
      const ids = { dossierId, personId: me.personId }
      if (me.kind === 'client-user' && given.tie === 'share')
        return [
          create(Dossiers, dossier),
          create(DossierAccesses, { ...ids, grantedBy: SOMEBODY_ELSE, grantedAt: NOW, requestId: null }),
        ]
      const until = given.tie === 'ended share' ? '2026-03-01T00:00:00.000Z' : null
      return [
        create(Dossiers, dossier),
        ...(given.tie.endsWith('share') && me.kind === 'member'
          ? [
              create(Shares, {
                ...ids,
                access: 'read',
                givenBy: SOMEBODY_ELSE,
                givenAt: '2026-02-01T00:00:00.000Z',
                until,
              }),
            ]
          : []),
      ]
    }),
  )

const listed = async (me: Stored<Person>, table: Table, filter: Filter, limit = 3) => {
  const items: { number: number; clientName: string | null; state: string; label: string }[] = []
  let cursor: string | null | undefined
  for (let page = 0; cursor !== null; page++) {
    if (page > 500) throw new Error('A list that never ends.')
    const input = { ...filter, limit, ...(cursor === undefined ? {} : { cursor }) }
    const { view } = await granted(ask(listDossiers, { as: me, table, input }))
    items.push(...view.items)
    cursor = view.cursor
  }
  return items
}
const counted = async (me: Stored<Person>, table: Table, filter: Filter) =>
  (await granted(ask(countDossiers, { as: me, table, input: filter }))).view

/** Who looks, and what they see of dossiers that they are nothing to: read by everyone's standing in the requirements. */
const lookers: Readonly<Record<string, { knowsAll?: true; opensAssigned?: true; reads?: 'never' }>> = {
  coordinator: { knowsAll: true },
  'documentation reader': { knowsAll: true },
  'assigned documentation reader': { opensAssigned: true },
  'own calendar viewer': {},
  'Full Access of the dossier': {},
}

const expected = (me: Person, persona: string, given: Given, at: number, filter: Filter): boolean => {
  const dossier = dossierOf(me, given, at)
  const looker = lookers[persona] ?? {}
  const isUser = me.kind === 'client-user'
  const isOwn = !isUser && given.tie === 'owner'
  const shared = !isUser && given.tie === 'share'
  const assigned = !isUser && given.client <= 2
  const close = isUser ? given.tie === 'share' : isOwn || shared || given.tie === 'responsible'
  const knows = close || looker.knowsAll === true || (looker.opensAssigned === true && assigned)
  const reads = close || (knows && labelOf(dossier) !== 'confidential')
  const of = {
    all: true,
    mine: isOwn,
    shared,
    assigned: isUser ? close : assigned && !isOwn,
  }[filter.of ?? 'all']
  return (
    of &&
    (filter.changedSince === undefined
      ? knows
      : reads && new Date(dossier.changedAt ?? dossier.createdAt) >= new Date(filter.changedSince)) &&
    (filter.state === undefined || filter.state === dossier.state) &&
    (filter.label === undefined || filter.label === labelOf(dossier)) &&
    (filter.ownerId === undefined || filter.ownerId === dossier.ownerId)
  )
}

const anyGiven = fc.record<Given>({
  tie: fc.constantFrom(...ties),
  client: fc.integer({ min: 1, max: 4 }),
  state: fc.constantFrom(...dossierStateNames),
  confidential: fc.boolean(),
  contents: fc.record({ open: fc.nat(1), confidential: fc.nat(1) }),
  another: fc.boolean(),
  changed: fc.boolean(),
})
const anyFilter = fc.record(
  {
    of: fc.constantFrom(...ofWhom),
    state: fc.constantFrom(...dossierStateNames),
    label: fc.constantFrom(...labels),
    ownerId: fc.constantFrom(ANOTHER, SOMEBODY_ELSE),
    changedSince: fc.constantFrom('2026-03-03T00:00:00Z', LATER, '2026-03-05T12:00:00Z', '2026-04-01T00:00:00.000Z'),
  },
  { requiredKeys: [] },
)

describe.each(Object.keys(lookers))('as %s', (persona) => {
  const me = personOf(persona as Persona)

  test('D-01, D-09: with any filter the list holds exactly what is asked for, each once, and the counts agree with it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyGiven, { maxLength: 20 }),
        anyFilter,
        fc.integer({ min: 1, max: 4 }),
        async (dossiers, filter, limit) => {
          const table = world(me, dossiers)
          const items = await listed(me, table, filter, limit)
          const numbers = dossiers.flatMap((given, at) => (expected(me, persona, given, at, filter) ? [at + 1] : []))
          expect(items.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(numbers)

          const { count, whole, byState, byLabel } = await counted(me, table, filter)
          expect({ count, whole }).toEqual({ count: items.length, whole: true })
          for (const state of dossierStateNames)
            expect(byState[state]).toBe(items.filter((item) => item.state === state).length)
          for (const label of labels) expect(byLabel[label]).toBe(items.filter((item) => item.label === label).length)
        },
      ),
      { numRuns: 120 },
    )
  })
})

const plain: Given = {
  tie: 'none',
  client: 3,
  state: 'active',
  confidential: false,
  contents: { open: 1, confidential: 0 },
  another: false,
  changed: false,
}
const me = personOf('coordinator')

test('D-09: a coordinator is listed every dossier: of a confidential one the card, of the others the name of the client', async () => {
  const table = world(me, [plain, { ...plain, confidential: true }])
  expect((await listed(me, table, {})).map(({ clientName }) => clientName)).toEqual(['Atelier Verrières', null])
})

test('a card is not found by when it changed, for it does not say so', async () => {
  const changed = { ...plain, changed: true }
  const table = world(me, [changed, { ...changed, confidential: true }])
  const found = await listed(me, table, { changedSince: '2026-03-03T00:00:00Z' })
  expect(found.map(({ number }) => number)).toEqual([1])
})

test('where there are more than are counted at once, the count says so, and there are as many at least', async () => {
  const table = world(
    me,
    Array.from({ length: 201 }, () => plain),
  )
  expect(await counted(me, table, {})).toMatchObject({ count: 200, whole: false })
  expect(await counted(me, table, { state: 'active' })).toMatchObject({ count: 200, whole: false })
  expect(await counted(me, table, { state: 'closed' })).toMatchObject({ count: 0, whole: true })
})

test('what is rare among many is found page by page, each of which looks at as much as the last', async () => {
  const many = Array.from({ length: 1500 }, (_, at) => (at === 1400 ? { ...plain, state: 'closed' as const } : plain))
  const table = world(me, many)
  const before = table.calls.length
  const { view } = await granted(ask(listDossiers, { as: me, table, input: { limit: 50, state: 'closed' } }))
  expect(view).toMatchObject({ items: [], cursor: expect.any(String) })
  // Two stretches, of which nothing is worth reading again.
  expect(table.calls.slice(before).every(({ operation }) => operation === 'Query')).toBe(true)
  expect((await listed(me, table, { state: 'closed' }, 50)).map(({ number }) => number)).toEqual([1401])
})
