import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Persona } from '../../../shared/rules/cases.ts'
import { perhaps, UnreadableCursor } from '../../../shared/table/table.ts'
import { type Archiving, archiving, customer, supplier } from '../../../test/archiving.ts'
import { ask, granted } from '../../../test/ask.ts'
import { accessOf, dossier } from '../../../test/one-dossier.ts'
import { idOf, personOf } from '../../../test/world.ts'
import type { ArchiveEntry } from '../../archive-transfers/records.ts'
import { MOST_CALLS } from '../find-entries.ts'
import { EntryWordsOf } from '../records.ts'
import { routes } from '../routes.ts'
import { fold } from '../words.ts'
import { listFoundEntries } from './list-found-entries.ts'

const reader: Persona = 'Document Processing + Archive of the dossier'
const own = { ...dossier, ownerId: personOf('owner').personId }
const search = (it: Archiving, input: object, who: Persona = reader) =>
  granted(
    ask(listFoundEntries, {
      as: personOf(who),
      table: it.table,
      things: { dossier: own, access: accessOf(who) },
      input: { limit: 50, ...input },
    }),
  )
const names = async (...asked: Parameters<typeof search>) => (await search(...asked)).view.items.map(({ name }) => name)

/** All pages of a search, one after another. */
const all = async (it: Archiving, input: object, who: Persona = reader): Promise<string[]> => {
  const found: string[] = []
  let cursor: string | null | undefined
  do {
    const { view } = await search(it, { ...input, ...(cursor ? { cursor } : {}) }, who)
    found.push(...view.items.map(({ entryId }) => entryId))
    cursor = view.cursor
  } while (cursor !== null)
  return found
}

const three = async (): Promise<Archiving> => {
  const it = archiving()
  const euros = (minor: number) => ({ amount: { minor, currency: 'EUR' } })
  await it.add(
    1,
    { kind: 'purchase', partyId: supplier.partyId, date: '2026-01-10', ...euros(12_000) },
    'Ramettes de papier',
  )
  await it.add(
    2,
    { kind: 'sale', partyId: customer.partyId, date: '2026-02-20', ...euros(-500) },
    'Avoir sur les ramettes',
  )
  await it.add(3, { name: 'Relevé bancaire.pdf', kind: 'bank', archivedAt: '2026-03-01T08:00:00.000Z' })
  return it
}

test.each([
  ['by type', { kind: 'sale' }, ['facture-2.pdf']],
  ['by party', { partyId: supplier.partyId }, ['facture-1.pdf']],
  ['by date', { from: '2026-02-01', until: '2026-02-28' }, ['facture-2.pdf']],
  ['by the day of its archiving, where its date was not said', { from: '2026-03-01' }, ['Relevé bancaire.pdf']],
  ['by amount', { minAmount: 10_000, currency: 'EUR' }, ['facture-1.pdf']],
  ['by an amount below zero', { maxAmount: 0, currency: 'EUR' }, ['facture-2.pdf']],
  ['by an amount of another currency', { minAmount: 0, currency: 'USD' }, []],
  ['by words in its content', { words: 'ramettes papier' }, ['facture-1.pdf']],
  ['by the beginning of a word', { words: 'ramet' }, ['facture-2.pdf', 'facture-1.pdf']],
  ['by words in its name, without accents', { words: 'releve BANCAIRE' }, ['Relevé bancaire.pdf']],
  ["by words of its party's name", { words: 'eluard' }, ['facture-1.pdf']],
  ['by words and type', { words: 'ramettes', kind: 'purchase' }, ['facture-1.pdf']],
  ['by words and date', { words: 'ramettes avoir', from: '2026-02-01' }, ['facture-2.pdf']],
  ['by words that are of no single document', { words: 'papier avoir' }, []],
  ['by nothing, newest first', {}, ['Relevé bancaire.pdf', 'facture-2.pdf', 'facture-1.pdf']],
])('P-10: an entry is found %s', async (_, input, found) => {
  expect(await names(await three(), input)).toEqual(found)
})

test('P-10: a document with several words that begin alike is found once', async () => {
  const it = archiving()
  await it.add(1, {}, 'factage facturation facture facturette')
  await it.add(2, {}, 'facturette')
  expect(await names(it, { words: 'fact' })).toEqual(['facture-1.pdf', 'facture-2.pdf'])
  expect(await names(it, { words: 'facturet' })).toEqual(['facture-2.pdf', 'facture-1.pdf'])
})

test('P-10: the text may come after the archiving; told twice, or in any order, it is found once', async () => {
  const it = archiving()
  const entry = it.archive(1)
  await it.tell(entry)
  expect(await names(it, { words: 'ramettes' })).toEqual([])
  it.readText(entry, 'Ramettes et ramequins')
  await Promise.all([it.tell(entry), it.tell(entry)])
  await it.tell(entry)
  expect(await names(it, { words: 'ram' })).toEqual(['facture-1.pdf'])
  expect(await names(it, {})).toEqual(['facture-1.pdf'])
})

test('P-10: an indexing that was interrupted anywhere finds it all when it is told again', async () => {
  for (let kept = 0; kept < 6; kept++) {
    let left = kept
    const it = archiving((table) => ({
      ...table,
      commit: (writes) => (left-- > 0 ? table.commit(writes) : Promise.reject(new Error('killed'))),
    }))
    const entry = it.archive(1, { partyId: supplier.partyId, kind: 'purchase' })
    it.readText(entry, Array.from({ length: 250 }, (_, at) => `mot${at}`).join(' '))
    await it.tell(entry).catch(() => {})
    left = 100
    await it.tell(entry)
    expect(await names(it, { words: 'mot249 mot1' })).toEqual(['facture-1.pdf'])
    expect(await names(it, { partyId: supplier.partyId })).toEqual(['facture-1.pdf'])
  }
})

describe('what is confidential', () => {
  const oneMarked = async (): Promise<Archiving> => {
    const it = archiving()
    await it.add(1, { partyId: supplier.partyId }, 'ramettes')
    await it.add(2, { partyId: supplier.partyId, confidential: true }, 'ramettes licenciement')
    return it
  }

  test.each([{}, { words: 'ramettes' }, { words: 'licenciement' }, { partyId: supplier.partyId }])(
    'D-09: is found by nobody whom it is hidden from, and not even looked at: %j',
    async (input) => {
      const it = await oneMarked()
      const before = it.table.calls.length
      expect(await names(it, input)).not.toContain('facture-2.pdf')
      const items = it.table.calls.slice(before).reduce((sum, call) => sum + call.items, 0)
      const without = archiving()
      await without.add(1, { partyId: supplier.partyId }, 'ramettes')
      const from = without.table.calls.length
      await names(without, input)
      expect(items).toBe(without.table.calls.slice(from).reduce((sum, call) => sum + call.items, 0))
    },
  )

  test('D-10: the owner finds it, and the answer says which confidential entries it shows', async () => {
    const it = await oneMarked()
    const { view, revealed } = await search(it, { words: 'ramettes' }, 'owner')
    expect(view.items.map(({ name }) => name)).toEqual(['facture-2.pdf', 'facture-1.pdf'])
    expect(revealed).toEqual([{ kind: 'archive-entry', id: view.items[0]?.entryId }])
  })
})

test('P-10: the archive of one dossier finds nothing of another', async () => {
  const it = archiving()
  await it.add(1, { dossierId: idOf(510) }, 'ramettes')
  expect(await names(it, { words: 'ramettes' })).toEqual([])
  expect(await names(it, {})).toEqual([])
})

test('a cursor of another search, or none of ours, is told as such', async () => {
  const it = archiving()
  for (let at = 1; at <= 4; at++) await it.add(at)
  const { view } = await search(it, { limit: 2 })
  await expect(search(it, { words: 'facture', cursor: view.cursor })).rejects.toThrow(UnreadableCursor)
  await expect(search(it, { cursor: 'bm90IG91cnM' })).rejects.toThrow(UnreadableCursor)
})

test('P-10: a search goes on where it was, whatever is archived meanwhile', async () => {
  const it = archiving()
  for (let at = 1; at <= 6; at++) await it.add(at, { date: `2026-02-0${at}` })
  const first = await search(it, { limit: 3, words: 'facture' })
  await it.add(7, { date: '2026-02-07' })
  const second = await search(it, { limit: 3, words: 'facture', cursor: first.view.cursor })
  expect([...first.view.items, ...second.view.items].map(({ name }) => name)).toEqual(
    [6, 5, 4, 3, 2, 1].map((at) => `facture-${at}.pdf`),
  )
})

/** Entries of few words, kinds and amounts, so that they meet; and questions about these. */
const said = fc.constantFrom('ramette', 'ramettes', 'papier', 'pape', 'port')
const entries = fc.array(
  fc.record({
    kind: fc.constantFrom('purchase', 'sale', undefined),
    partyId: fc.constantFrom(supplier.partyId, customer.partyId, undefined),
    date: fc.constantFrom('2026-01-10', '2026-02-20', undefined),
    minor: fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined }),
    confidential: fc.boolean(),
    words: fc.array(said, { maxLength: 4 }),
  }),
  { maxLength: 12 },
)
const question = fc.record(
  {
    kind: fc.constantFrom('purchase', 'sale'),
    partyId: fc.constantFrom(supplier.partyId, customer.partyId),
    from: fc.constantFrom('2026-01-11', '2026-02-20', '2026-03-02'),
    until: fc.constantFrom('2026-01-10', '2026-02-28'),
    minAmount: fc.integer({ min: -3, max: 3 }),
    maxAmount: fc.integer({ min: -3, max: 3 }),
    words: fc.array(said, { minLength: 1, maxLength: 2 }).map((words) => words.join(' ')),
    limit: fc.integer({ min: 1, max: 4 }),
  },
  { requiredKeys: ['limit'] },
)

test('P-10: whatever is asked, in pages of whatever size, exactly that is found of what one may read, each once', async () => {
  await fc.assert(
    fc.asyncProperty(entries, question, fc.boolean(), async (made, asked, isOwner) => {
      const it = archiving()
      const input =
        asked.minAmount === undefined && asked.maxAmount === undefined ? asked : { ...asked, currency: 'EUR' }
      const put = await Promise.all(
        made.map(async ({ minor, words, confidential, ...facts }, at) => {
          const amount = minor === undefined ? {} : { amount: { minor, currency: 'EUR' } }
          const more = JSON.parse(JSON.stringify({ ...facts, ...amount, name: `n${at}` })) as Partial<ArchiveEntry>
          return it.add(at + 1, { ...more, ...(confidential && { confidential }) }, words.join(' '))
        }),
      )
      const expected = put.filter((entry, at) => {
        const day = entry.date ?? entry.archivedAt.slice(0, 10)
        const party = [supplier, customer].find(({ partyId }) => partyId === entry.partyId)?.name ?? ''
        const words = fold(`${made[at]?.words.join(' ')} ${party}`).split(/\W+/)
        const wanted = (asked.words ?? '').split(' ')
        const last = wanted.at(-1) ?? ''
        const minor = entry.amount?.minor
        return (
          (isOwner || entry.confidential !== true) &&
          (asked.kind === undefined || asked.kind === entry.kind) &&
          (asked.partyId === undefined || asked.partyId === entry.partyId) &&
          (asked.from === undefined || day >= asked.from) &&
          (asked.until === undefined || day <= asked.until) &&
          (asked.minAmount === undefined || (minor !== undefined && minor >= asked.minAmount)) &&
          (asked.maxAmount === undefined || (minor !== undefined && minor <= asked.maxAmount)) &&
          (asked.words === undefined ||
            (words.some((word) => word.startsWith(last)) &&
              wanted.slice(0, -1).every((one) => one === last || words.includes(one))))
        )
      })
      const found = await all(it, input, isOwner ? 'owner' : reader)
      expect(found.toSorted()).toEqual(expected.map(({ entryId }) => entryId).toSorted())
    }),
    { numRuns: 60 },
  )
})

test('P-10: a search takes no more calls in an archive ten times as large, and never more than so many', async () => {
  const callsIn = async (size: number, input: object): Promise<number> => {
    const it = archiving()
    for (let at = 1; at <= size; at++)
      await it.add(at, { kind: at % 50 === 0 ? 'sale' : 'purchase' }, `ramettes ${at % 2 ? 'impair' : 'pair'}`)
    const before = it.table.calls.length
    await search(it, { limit: 10, ...input })
    return it.table.calls.length - before
  }
  for (const input of [{}, { words: 'ramettes' }, { words: 'ramettes impair facture' }, { kind: 'sale' }]) {
    expect(await callsIn(120, input)).toBeLessThanOrEqual((await callsIn(40, input)) + 1)
  }
  // Nothing has both words: the search gives up after so many stretches, and its cursor goes on.
  const it = archiving()
  for (let at = 1; at <= 400; at++) await it.add(at, {}, at % 2 ? 'impair' : 'pair')
  const before = it.table.calls.length
  const { view } = await search(it, { limit: 10, words: 'impair pair' })
  expect([view.items, view.cursor !== null]).toEqual([[], true])
  // Two lists are looked into at once to begin with, and entries and words are read side by side.
  expect(it.table.calls.length - before).toBeLessThanOrEqual(2 * MOST_CALLS)
  expect(await all(it, { words: 'impair pair' })).toEqual([])
})

test('P-10: the words of an entry are kept once, whatever is told again', async () => {
  const it = archiving()
  const entry = await it.add(1, {}, 'ramettes')
  await it.tell(entry)
  const { kept } = await it.table.load({ kept: perhaps(EntryWordsOf, entry) })
  expect(kept).toMatchObject({ words: 'facture pdf ramettes', version: 1 })
})

test.each([
  [{ from: '2026-02-02', until: '2026-02-01' }, false],
  [{ from: '2026-02-01', until: '2026-02-01' }, true],
  [{ from: '2026-02-30' }, false],
  [{ minAmount: '5', maxAmount: '1', currency: 'EUR' }, false],
  [{ minAmount: '1', maxAmount: '1', currency: 'EUR' }, true],
  [{ minAmount: '9007199254740991', currency: 'EUR' }, false],
  [{ minAmount: '1' }, false],
  [{ currency: 'EUR' }, true],
  [{ currency: 'eur' }, false],
  [{ words: 'à' }, false],
  [{ words: 'le' }, true],
  [{ kind: 'invoice' }, false],
])('P-10: what is asked for is a search, or is told to be none: %j', (input, isOne) => {
  expect(routes.listFoundEntries.input.safeParse(input).success).toBe(isOne)
})
