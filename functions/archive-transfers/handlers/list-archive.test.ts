import { expect, test } from 'vitest'
import type { Persona } from '../../../shared/rules/cases.ts'
import { create, update } from '../../../shared/table/table.ts'
import { ask, granted } from '../../../test/ask.ts'
import { accessOf, dossier } from '../../../test/one-dossier.ts'
import { type Sending, sending } from '../../../test/sending.ts'
import { idOf, personOf } from '../../../test/world.ts'
import { Documents } from '../../documents/records.ts'
import { ArchiveEntries } from '../records.ts'
import { ArchiveEntryView } from '../routes.ts'
import { listArchive } from './list-archive.ts'

const persona = 'Document Processing + Archive of the dossier'

const list = (it: Sending, who: Persona, of: object, input: object = { limit: 50 }) =>
  granted(
    ask(listArchive, {
      as: personOf(who),
      table: it.tools().table,
      things: { dossier: of, access: accessOf(who) },
      input,
    }),
  )
const listed = async (it: Sending, input: object, of: object = dossier) => (await list(it, persona, of, input)).view

test.each([1, 2, 3, 5])('P-10: in pages of %i, everything that was sent comes once, newest first', async (limit) => {
  const it = sending(5)
  await it.execute()
  const seen: string[] = []
  let cursor: string | null | undefined
  do {
    const page = await listed(it, { limit, ...(cursor ? { cursor } : {}) })
    expect(page.items.length).toBeLessThanOrEqual(limit)
    seen.push(...page.items.map(({ name }) => name))
    cursor = page.cursor
  } while (cursor !== null && seen.length < 10)
  expect(seen).toEqual([5, 4, 3, 2, 1].map((at) => `facture-${at}.pdf`))
})

test('P-09: what is still to be sent, or could not be, is not in the archive', async () => {
  const it = sending(3)
  expect(await listed(it, { limit: 50 })).toEqual({ items: [], cursor: null })
  it.store.lose(it.uploaded(2))
  await it.execute()
  const { items } = await listed(it, { limit: 50 })
  expect(items.map(({ name }) => name)).toEqual(['facture-3.pdf', 'facture-1.pdf'])
})

test('P-09: sent twice is listed once', async () => {
  const it = sending(2)
  await it.execute()
  await it.execute()
  expect((await listed(it, { limit: 50 })).items).toHaveLength(2)
})

test('P-10: the archive of one dossier shows nothing of another', async () => {
  const it = sending(1)
  await it.execute()
  const elsewhere = { ...dossier, dossierId: idOf(510) }
  expect((await listed(it, { limit: 50 }, elsewhere)).items).toEqual([])
  const [entry] = it.entries()
  if (entry === undefined) throw new Error('Nothing was archived.')
  const theirs = { ...entry, dossierId: elsewhere.dossierId, entryId: idOf(790), name: 'ailleurs.pdf' }
  await it.tools().table.commit([create(ArchiveEntries, theirs)])
  expect((await listed(it, { limit: 50 })).items.map(({ name }) => name)).toEqual(['facture-1.pdf'])
  expect((await listed(it, { limit: 50 }, elsewhere)).items.map(({ name }) => name)).toEqual(['ailleurs.pdf'])
})

test('P-10: each item is listed with the length and SHA-256 it was received with, and not where its bytes lie', async () => {
  const it = sending(2)
  const received = it.documents().map(({ documentId, length, sha256 }) => ({ documentId, length, sha256 }))
  await it.execute()
  const { items } = await listed(it, { limit: 50 })
  const shown = items.map((item) => ArchiveEntryView.parse(item))
  expect(shown.map(({ documentId, length, sha256 }) => ({ documentId, length, sha256 }))).toEqual(received.toReversed())
  expect(JSON.stringify(shown)).not.toContain('stored-')
})

/** Two documents sent, the second of which was marked before. */
const oneMarked = async (): Promise<Sending> => {
  const it = sending(2)
  const marked = it.documents()[1]
  if (marked === undefined) throw new Error('There is no second document.')
  await it.tools().table.commit([update(Documents, marked, { confidential: true })])
  await it.execute()
  return it
}

test('D-09: an entry keeps the mark of its document, and is listed to nobody whom it is hidden from', async () => {
  const it = await oneMarked()
  expect(it.entries().map(({ confidential = false }) => confidential)).toEqual([false, true])
  expect((await listed(it, { limit: 50 })).items.map(({ name }) => name)).toEqual(['facture-1.pdf'])
  const own = { ...dossier, ownerId: personOf('owner').personId }
  expect((await list(it, 'owner', own)).view.items.map(({ name }) => name)).toEqual(['facture-2.pdf', 'facture-1.pdf'])
})

test('D-10: the list says which confidential entries it shows: those marked, or all of a confidential dossier', async () => {
  const it = await oneMarked()
  const own = { ...dossier, ownerId: personOf('owner').personId }
  const [first, second] = it.entries().map(({ entryId: id }) => ({ kind: 'archive-entry', id }))
  expect((await list(it, persona, dossier)).revealed).toEqual([])
  expect((await list(it, 'owner', own)).revealed).toEqual([second])
  expect((await list(it, 'owner', { ...own, confidential: true })).revealed).toEqual([second, first])
})
