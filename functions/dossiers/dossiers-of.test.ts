import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Member } from '../../shared/people.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, remove, type Table, update } from '../../shared/table/table.ts'
import { holding } from '../../test/ask.ts'
import type { MemoryTable } from '../../test/memory-table.ts'
import { idOf, NOW, personOf, SOMEBODY_ELSE } from '../../test/world.ts'
import { ClientAssignments, dossierIdOf } from '../clients/records.ts'
import { type Share, Shares } from '../sharing/records.ts'
import { pageOfDossiers, type Reached } from './dossiers-of.ts'
import { type Dossier, DossierAccesses, Dossiers } from './records.ts'

const reader = personOf('assigned documentation reader')
const me = reader.personId
const clientOf = (client: number): string => idOf(9000 + client)

/** What the reader is to a dossier; nothing unless said. */
type Tie = 'owns' | 'answers' | 'shared' | 'ended share'
type Given = { readonly client: number; readonly ties?: readonly Tie[] }

const dossierAt = (number: number, { client, ties = [] }: Given): Dossier => ({
  dossierId: dossierIdOf(idOf(number).replace('-0000-', `-${number.toString(16).padStart(4, '0')}-`), clientOf(client)),
  number,
  clientId: clientOf(client),
  clientName: 'Atelier Verrières',
  ownerId: ties.includes('owns') ? me : SOMEBODY_ELSE,
  responsibleId: ties.includes('answers') ? me : SOMEBODY_ELSE,
  state: 'active',
  modules: ['archive'],
  createdAt: NOW,
  createdBy: SOMEBODY_ELSE,
})

const shareOf = ({ dossierId }: Dossier, until: string | null): Share => ({
  dossierId,
  personId: me,
  access: 'read',
  givenBy: SOMEBODY_ELSE,
  givenAt: NOW,
  until,
})
const assignmentOf = (client: number) => ({
  clientId: clientOf(client),
  personId: me,
  assigned: { by: SOMEBODY_ELSE, at: NOW },
  dossierIds: [],
})

/** A table with these dossiers, numbered in this order, and these clients assigned to the reader. */
const world = (dossiers: readonly Given[], assigned: readonly number[] = []): MemoryTable => {
  const table = holding(...assigned.map((client) => create(ClientAssignments, assignmentOf(client))))
  for (const [at, given] of dossiers.entries()) {
    const dossier = dossierAt(at + 1, given)
    table.put(create(Dossiers, dossier))
    if (given.ties?.includes('shared')) table.put(create(Shares, shareOf(dossier, null)))
    if (given.ties?.includes('ended share')) table.put(create(Shares, shareOf(dossier, '2026-03-01T00:00:00.000Z')))
  }
  return table
}

type Options = {
  readonly limit?: number
  readonly as?: Stored<Member>
  readonly seesAll?: boolean
  readonly shows?: (reached: Reached) => boolean
}

const pagesOf = async (
  table: Table,
  { limit = 2, as = reader as Stored<Member>, seesAll = false, shows }: Options = {},
): Promise<number[][]> => {
  const pages: number[][] = []
  let cursor: string | null | undefined
  while (cursor !== null) {
    const asked = { limit, ...(cursor === undefined ? {} : { cursor }), ...(shows === undefined ? {} : { shows }) }
    const tools = { list: table.list, read: table.load as never, now: NOW }
    const page = await pageOfDossiers(as, seesAll, tools, asked)
    pages.push(page.items.map(({ dossier }) => dossier.number))
    cursor = page.cursor
  }
  return pages
}

test('S-12: one is shown what one owns, answers for, was shared and is assigned, each once, the assigned ones last', async () => {
  const table = world(
    [
      { client: 1 },
      { client: 2, ties: ['owns', 'answers'] },
      { client: 3 },
      { client: 1, ties: ['shared'] },
      { client: 2 },
      { client: 1, ties: ['answers'] },
    ],
    [1, 2],
  )
  expect(await pagesOf(table)).toEqual([[2, 4], [6, 1], [5]])
})

test("S-12: the sheet's none closes the dossiers of assigned clients, never one's own or one shared", async () => {
  const table = world([{ client: 1 }, { client: 1, ties: ['owns'] }, { client: 1, ties: ['shared'] }], [1])
  const shut = { ...(personOf('own calendar viewer') as Stored<Member>), personId: me }
  expect((await pagesOf(table, { as: shut })).flat()).toEqual([2, 3])
  const guest = { ...(reader as Stored<Member>), roles: ['guest'] as const }
  expect((await pagesOf(table, { as: guest })).flat()).toEqual([2])
})

test('D-03: a share that has ended opens nothing, even before it is tidied away; an assignment opens the dossier all the same', async () => {
  const given: Given[] = [
    { client: 1, ties: ['ended share'] },
    { client: 2, ties: ['ended share'] },
  ]
  expect(await pagesOf(world(given))).toEqual([[]])
  expect(await pagesOf(world(given, [2]))).toEqual([[2]])
})

test('D-06: what was revoked is gone, even where every index still shows it', async () => {
  const make = () => world([{ client: 1 }, { client: 2, ties: ['shared'] }, { client: 2, ties: ['owns'] }], [1])
  const table = make()
  const lagging: Table = { ...table, list: make().list }
  expect((await pagesOf(lagging)).flat()).toEqual([2, 3, 1])
  const own = { ...dossierAt(3, { client: 2, ties: ['owns'] }), version: 1 }
  await table.commit([
    remove(ClientAssignments, { ...assignmentOf(1), version: 1 }),
    remove(Shares, { ...shareOf(dossierAt(2, { client: 2 }), null), version: 1 }),
    update(Dossiers, own, { ownerId: SOMEBODY_ELSE }),
  ])
  expect((await pagesOf(lagging)).flat()).toEqual([])
})

test('P-01: a client user reaches the dossiers they were given access to', async () => {
  const user = personOf('Document Delivery of the dossier')
  const table = world([{ client: 1 }, { client: 1 }, { client: 2 }])
  for (const number of [1, 3]) {
    const { dossierId } = dossierAt(number, { client: number === 1 ? 1 : 2 })
    const access = { dossierId, personId: user.personId, grantedBy: me, grantedAt: NOW, requestId: null }
    table.put(create(DossierAccesses, access))
  }
  expect(await pagesOf(table, { as: user as never, limit: 1 })).toEqual([[1], [3]])
})

test('whoever sees all is shown all, oldest first', async () => {
  const table = world([{ client: 1 }, { client: 2 }, { client: 1 }])
  expect(await pagesOf(table, { seesAll: true })).toEqual([[1, 2], [3]])
})

test('C-05: what is not to be shown leaves no gap in a page and no trace in a cursor', async () => {
  const table = world(Array.from({ length: 120 }, () => ({ client: 1 })))
  const shows = ({ dossier }: Reached) => [3, 70, 71].includes(dossier.number)
  expect(await pagesOf(table, { seesAll: true, shows })).toEqual([[3, 70], [71]])
  expect(await pagesOf(table, { seesAll: true, shows: () => false })).toEqual([[]])
})

test('a page ends short rather than to take longer the more one holds, and its cursor goes on', async () => {
  const table = world(Array.from({ length: 700 }, () => ({ client: 1 })))
  const pages = await pagesOf(table, { seesAll: true, shows: ({ dossier }) => dossier.number === 700 })
  expect(pages.flat()).toEqual([700])
  expect(pages.length).toBeGreaterThan(1)
})

describe('clients of many dossiers, of none, and many clients', () => {
  const given: Given[] = [
    ...Array.from({ length: 7 }, () => ({ client: 2 })),
    { client: 5, ties: ['shared'] },
    ...Array.from({ length: 3 }, () => ({ client: 9 })),
  ]
  test.each([1, 2, 3, 4, 7, 50])('pages of %i leave nothing out', async (limit) => {
    const pages = await pagesOf(world(given, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), { limit })
    expect(pages.flat()).toEqual([8, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11])
    for (const page of pages.slice(0, -1)) expect(page).toHaveLength(limit)
  })
})

test('a page takes at most three calls one after another, and one consistent read', async () => {
  const table = world(
    Array.from({ length: 30 }, (_, at) => ({ client: at })),
    Array.from({ length: 30 }, (_, at) => at),
  )
  await pagesOf(table, { limit: 30 })
  const read = table.calls.filter(({ operation }) => operation === 'BatchGetItem')
  expect(read).toHaveLength(1)
})

test('a cursor of another kind of place is refused', async () => {
  const table = world([])
  const ask = (place: string) =>
    pageOfDossiers(
      reader,
      false,
      { list: table.list, read: table.load as never, now: NOW },
      {
        limit: 1,
        cursor: Buffer.from(place).toString('base64url'),
      },
    )
  for (const place of ['', 'a/b', `${clientOf(1)}/`, `${clientOf(1)}/x/y`])
    await expect(ask(place), place).rejects.toThrow('This cursor was not given by us.')
})

test('whatever somebody is to whatever dossiers: every page but the last is full, nothing twice, nothing left out', async () => {
  const ties = fc.constantFrom<readonly Tie[]>(
    [],
    ['owns'],
    ['answers'],
    ['shared'],
    ['ended share'],
    ['owns', 'answers'],
  )
  const dossiers = fc.array(fc.record({ client: fc.integer({ min: 1, max: 6 }), ties }), { maxLength: 25 })
  const assigned = fc.uniqueArray(fc.integer({ min: 1, max: 8 }))
  await fc.assert(
    fc.asyncProperty(dossiers, assigned, fc.integer({ min: 1, max: 6 }), async (given, clients, limit) => {
      const reached = given.flatMap(({ client, ties }, at) => {
        const theirs = ties.some((one) => one !== 'ended share')
        return theirs || clients.includes(client) ? [at + 1] : []
      })
      const pages = await pagesOf(world(given, clients), { limit })
      expect(pages.flat().toSorted((a, b) => a - b)).toEqual(reached)
      for (const page of pages.slice(0, -1)) expect(page).toHaveLength(limit)
    }),
    { numRuns: 150 },
  )
})
