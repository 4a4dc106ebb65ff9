import { expect, test } from 'vitest'
import { create } from '../../../shared/table/table.ts'
import { ask, granted } from '../../../test/ask.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { type Sending, sending } from '../../../test/sending.ts'
import { idOf, personOf } from '../../../test/world.ts'
import { ArchiveEntries } from '../records.ts'
import { ArchiveEntryView } from '../routes.ts'
import { listArchive } from './list-archive.ts'

const as = personOf('Document Processing + Archive of the dossier')

const listed = async (it: Sending, input: object, of: object = dossier) =>
  (await granted(ask(listArchive, { as, table: it.tools().table, things: { dossier: of }, input }))).view

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
