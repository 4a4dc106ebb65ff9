import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Problem, problem } from '../../../shared/problems.ts'
import type { Persona } from '../../../shared/rules/cases.ts'
import { type Archiving, archiving, customer, supplier } from '../../../test/archiving.ts'
import { ask, granted } from '../../../test/ask.ts'
import { accessOf, dossier } from '../../../test/one-dossier.ts'
import { idOf, personOf } from '../../../test/world.ts'
import type { ArchiveEntry } from '../../archive-transfers/records.ts'
import { countEntry, sum } from '../count-entry.ts'
import { listHistory } from './list-history.ts'
import { listPartyHistory } from './list-party-history.ts'

const own = { ...dossier, ownerId: personOf('owner').personId, modules: ['archive', 'history'] }
const reader: Persona = 'Full Feedback of the dossier'
const asked = (it: Archiving, who: Persona, input: object) => ({
  as: personOf(who),
  table: it.table,
  things: { dossier: own, access: accessOf(who) },
  input: { limit: 50, ...input },
})
const history = (it: Archiving, who: Persona = reader, input: object = {}) =>
  granted(ask(listHistory, asked(it, who, input)))
const ofParty = async (it: Archiving, partyId: string, who: Persona = reader, input: object = {}) =>
  (await listPartyHistory({
    ...(await contextOf(it, who, input)),
    params: { partyId },
  } as never)) as unknown as Told | Problem
type Told = {
  readonly view: {
    readonly party: { readonly documents: number }
    readonly items: readonly ArchiveEntry[]
    readonly cursor: string | null
  }
}
/** The context that a handler is given, of a handler that gives it away. */
const contextOf = (it: Archiving, who: Persona, input: object): Promise<object> =>
  ask(((context: object) => context) as never, asked(it, who, input)) as Promise<object>

const euros = (minor: number) => ({ amount: { minor, currency: 'EUR' } })

test('P-10: each party has its totals by currency and year, purchases and sales apart', async () => {
  const it = archiving()
  await it.add(1, { kind: 'purchase', partyId: supplier.partyId, date: '2025-12-31', ...euros(100) })
  await it.add(2, { kind: 'purchase', partyId: supplier.partyId, date: '2026-01-01', ...euros(20) })
  await it.add(3, { kind: 'purchase', partyId: supplier.partyId, date: '2026-02-01', ...euros(3) })
  await it.add(4, { kind: 'sale', partyId: supplier.partyId, date: '2026-02-02', ...euros(7) })
  await it.add(5, {
    kind: 'purchase',
    partyId: supplier.partyId,
    date: '2026-02-03',
    amount: { minor: 9, currency: 'CHF' },
  })
  await it.add(6, { kind: 'sale', partyId: customer.partyId })
  await it.add(7, { kind: 'sale', ...euros(1) })
  const { view } = await history(it)
  expect(view.items).toMatchObject([
    { partyId: supplier.partyId, name: supplier.name, documents: 5, lastDay: '2026-02-03' },
    { partyId: customer.partyId, documents: 1, totals: [] },
  ])
  expect(view.items[0]?.totals).toEqual([
    { kind: 'purchase', year: 2026, currency: 'CHF', minor: 9, documents: 1 },
    { kind: 'purchase', year: 2026, currency: 'EUR', minor: 23, documents: 2 },
    { kind: 'sale', year: 2026, currency: 'EUR', minor: 7, documents: 1 },
    { kind: 'purchase', year: 2025, currency: 'EUR', minor: 100, documents: 1 },
  ])
})

test('P-10: all documents of a party are listed, newest first, in pages, with its totals on each', async () => {
  const it = archiving()
  for (let at = 1; at <= 5; at++)
    await it.add(at, { kind: 'purchase', partyId: supplier.partyId, date: `2026-02-0${at}`, ...euros(at) })
  await it.add(6, { partyId: customer.partyId })
  const first = await granted(ofParty(it, supplier.partyId, reader, { limit: 3 }))
  const next = await granted(ofParty(it, supplier.partyId, reader, { limit: 3, cursor: first.view.cursor }))
  expect([...first.view.items, ...next.view.items].map(({ name }) => name)).toEqual(
    [5, 4, 3, 2, 1].map((at) => `facture-${at}.pdf`),
  )
  expect([first.view.party.documents, next.view.party.documents, next.view.cursor]).toEqual([5, 5, null])
  expect(await ofParty(it, idOf(8999))).toEqual(problem('not-found'))
})

test('D-09: what is confidential is in no total, list or count of whoever may not read it', async () => {
  const it = archiving()
  await it.add(1, { kind: 'sale', partyId: supplier.partyId, date: '2026-01-01', ...euros(1) })
  await it.add(2, { kind: 'sale', partyId: supplier.partyId, date: '2026-03-01', confidential: true, ...euros(10) })
  await it.add(3, { kind: 'sale', partyId: customer.partyId, confidential: true, ...euros(100) })
  const { view, revealed } = await history(it)
  expect(view.items).toMatchObject([{ documents: 1, lastDay: '2026-01-01', totals: [{ minor: 1 }] }])
  expect([view.items.length, revealed]).toEqual([1, []])
  expect(await ofParty(it, supplier.partyId)).toMatchObject({
    view: { party: { documents: 1 }, items: [{}] },
    revealed: [],
  })

  const all = await history(it, 'owner')
  expect(all.view.items).toMatchObject([{ documents: 2, totals: [{ minor: 11 }] }, { totals: [{ minor: 100 }] }])
  expect(all.revealed).toEqual([{ kind: 'dossier', id: dossier.dossierId }])
  expect(await ofParty(it, customer.partyId, 'owner')).toMatchObject({
    revealed: [{ kind: 'dossier' }, { kind: 'archive-entry' }],
  })
})

test('P-10: pages over both halves of a history hold each party once', async () => {
  const it = archiving()
  for (let at = 1; at <= 9; at++)
    await it.add(at, { partyId: idOf(8100 + (at % 5)), ...(at % 2 === 0 && { confidential: true }), ...euros(at) })
  const seen: string[] = []
  let cursor: string | null | undefined
  do {
    const { view } = await history(it, 'owner', { limit: 2, ...(cursor ? { cursor } : {}) })
    seen.push(...view.items.map(({ partyId, documents }) => `${partyId} ${documents}`))
    cursor = view.cursor
  } while (cursor !== null)
  expect(seen).toEqual([0, 1, 2, 3, 4].map((at) => `${idOf(8100 + at)} ${at === 0 ? 1 : 2}`))
})

const entries = fc.array(
  fc.record({
    kind: fc.constantFrom('purchase', 'sale', 'bank', 'other'),
    partyId: fc.constantFrom(supplier.partyId, customer.partyId),
    date: fc.constantFrom('2025-06-01', '2026-02-20'),
    amount: fc.record({ minor: fc.integer({ min: -1e9, max: 1e9 }), currency: fc.constantFrom('EUR', 'CHF') }),
    confidential: fc.boolean(),
    told: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 8 },
)

test('P-10: totals are the sum of the entries, however often and at once each is told', async () => {
  await fc.assert(
    fc.asyncProperty(entries, async (made) => {
      const it = archiving()
      const put = made.map(({ told: _, ...more }, at) => it.archive(at + 1, more as Partial<ArchiveEntry>))
      await Promise.all(
        put.flatMap((entry, at) => Array.from({ length: made[at]?.told ?? 1 }, () => countEntry(entry, it.tools()))),
      )
      for (const who of ['owner', reader] as const) {
        const { items } = (await history(it, who)).view
        const counted = put.filter(({ confidential }) => who === 'owner' || confidential !== true)
        for (const { partyId, documents, totals } of items) {
          const mine = counted.filter((entry) => entry.partyId === partyId)
          expect(documents).toBe(mine.length)
          expect(totals.reduce((all, { minor }) => all + minor, 0)).toBe(
            mine.reduce((all, { amount }) => all + (amount?.minor ?? 0), 0),
          )
          for (const total of totals) {
            const same = mine.filter(
              ({ kind, date, amount }) =>
                kind === total.kind && date?.startsWith(String(total.year)) && amount?.currency === total.currency,
            )
            expect([total.minor, total.documents]).toEqual([
              same.reduce((all, { amount }) => all + (amount?.minor ?? 0), 0),
              same.length,
            ])
          }
        }
        expect(items.reduce((all, { documents }) => all + documents, 0)).toBe(counted.length)
      }
    }),
    { numRuns: 25 },
  )
}, 30_000)

test('P-10: totals of the same kind, year and currency are one', () => {
  const one = { kind: 'sale', year: 2026, currency: 'EUR', minor: 5, documents: 1 } as const
  expect(sum([one], [one, { ...one, year: 2025 }])).toEqual([
    { ...one, minor: 10, documents: 2 },
    { ...one, year: 2025 },
  ])
})
