import { expect, test } from 'vitest'
import type { Persona } from '../../../shared/rules/cases.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { create, perhaps, type Table, update } from '../../../shared/table/table.ts'
import { ask, granted } from '../../../test/ask.ts'
import { heldDossier, holdingsOf, officeHolding } from '../../../test/held-dossiers.ts'
import type { MemoryTable } from '../../../test/memory-table.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { RequestClaims } from '../../access-requests/records.ts'
import { type Dossier, Dossiers } from '../../dossiers/records.ts'
import { OfferClaims } from '../../offers/records.ts'
import { Shares } from '../../sharing/records.ts'
import { routes } from '../routes.ts'
import { listInventory } from './list-inventory.ts'

const as = personOf('coordinator')
const leaver = personOf('owner')
const people: readonly Persona[] = ['owner', 'stranger', 'responsible']
const dossiers = [
  heldDossier(1, 'owner'),
  heldDossier(2, 'owner', 'responsible'),
  heldDossier(3, 'stranger', 'owner'),
  heldDossier(4, 'stranger'),
  heldDossier(5, 'stranger'),
  heldDossier(6, 'stranger'),
]
const share = (dossier: Dossier | undefined, more: object = {}) =>
  create(Shares, {
    dossierId: dossier?.dossierId ?? '',
    personId: leaver.personId,
    access: 'write',
    givenBy: personOf('stranger').personId,
    givenAt: NOW,
    until: null,
    ...more,
  })
const waits = (dossier: Dossier | undefined, number: number) =>
  create(RequestClaims, {
    dossierId: dossier?.dossierId ?? '',
    email: `person-${number}@greffe.example`,
    requestId: idOf(number),
  })
const office = async (): Promise<MemoryTable> => {
  const table = await officeHolding(people, dossiers)
  table.put(
    share(dossiers[3]),
    share(dossiers[4], { until: '2026-03-01T00:00:00.000Z' }),
    waits(dossiers[2], 1),
    waits(dossiers[2], 2),
    waits(dossiers[3], 3),
  )
  return table
}
const shown = async (table: MemoryTable, input: object = { limit: 10 }, member = leaver, through: Table = table) => {
  const holdings = await holdingsOf(table, member.personId)
  const { view } = await granted(ask(listInventory, { as, table: through, things: { member, holdings }, input }))
  return routes.listInventory.output.parse(view)
}

test('D-20: the inventory says what is owned, answered for, shared, and which requests wait; the counts are exact', async () => {
  const { items, held, status, cursor } = await shown(await office())
  expect([held, status, cursor]).toEqual([{ dossiers: 2, responsibilities: 2, spaces: 0 }, 'active', null])
  const none = { count: 0, more: false }
  expect(items).toEqual([
    {
      dossierId: dossiers[0]?.dossierId,
      number: 1,
      state: 'active',
      owns: true,
      answers: true,
      share: null,
      pendingOfferId: null,
      waitingRequests: none,
    },
    {
      dossierId: dossiers[1]?.dossierId,
      number: 2,
      state: 'active',
      owns: true,
      answers: false,
      share: null,
      pendingOfferId: null,
      waitingRequests: null,
    },
    {
      dossierId: dossiers[2]?.dossierId,
      number: 3,
      state: 'active',
      owns: false,
      answers: true,
      share: null,
      pendingOfferId: null,
      waitingRequests: { count: 2, more: false },
    },
    {
      dossierId: dossiers[3]?.dossierId,
      number: 4,
      state: 'active',
      owns: false,
      answers: false,
      share: 'write',
      pendingOfferId: null,
      waitingRequests: null,
    },
  ])
})

test('D-09: it names no client, whose name is not for everybody who may see an inventory', async () => {
  expect(JSON.stringify(await shown(await office()))).not.toContain('Verrières')
})

test('D-20: it goes on where a page ended, each dossier once, and is cut off by nothing', async () => {
  const table = await office()
  const numbers: number[] = []
  let cursor: string | undefined
  do {
    const page = await shown(table, { limit: 1, cursor })
    numbers.push(...page.items.map(({ number }) => number))
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  expect(numbers).toEqual([1, 2, 3, 4])
})

test('D-06: what changed hands is in it no more, even where an index still shows it', async () => {
  const table = await office()
  const lagging: Table = { ...table, list: (await office()).list }
  const { found } = await table.load({ found: perhaps(Dossiers, dossiers[1] as Dossier) })
  await table.commit([update(Dossiers, found as Stored<Dossier>, { ownerId: personOf('stranger').personId })])
  const { items } = await shown(table, { limit: 10 }, leaver, lagging)
  expect(items.map(({ number }) => number)).toEqual([1, 3, 4])
})

test('D-20: where more requests wait than are counted, it says so', async () => {
  const table = await office()
  table.put(...Array.from({ length: 25 }, (_, at) => waits(dossiers[0], 100 + at)))
  const { items } = await shown(table)
  expect(items[0]?.waitingRequests).toEqual({ count: 20, more: true })
})

test('D-20: a share from before a reactivation is none', async () => {
  const back = { ...leaver, reinstatedAt: '2026-03-02T10:00:00.000Z' }
  const { items } = await shown(await office(), { limit: 10 }, back)
  expect(items.map(({ number }) => number)).toEqual([1, 2, 3])
})

test('a client user has no inventory', async () => {
  const member = personOf('Full Access of the dossier')
  expect(await ask(listInventory, { as, things: { member }, input: { limit: 10 } })).toEqual({ problem: 'not-found' })
})

test('D-20: the inventory shows which dossiers they have offered, and no offer of dossiers they answer for alone', async () => {
  const table = await office()
  for (const at of [0, 2])
    table.put(create(OfferClaims, { dossierId: dossiers[at]?.dossierId ?? '', offerId: idOf(700 + at) }))
  const { items } = await shown(table)
  expect(items.map(({ number, pendingOfferId }) => [number, pendingOfferId])).toEqual([
    [1, idOf(700)],
    [2, null],
    [3, null],
    [4, null],
  ])
})
