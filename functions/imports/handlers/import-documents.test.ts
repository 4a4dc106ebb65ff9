import { expect, test } from 'vitest'
import { create, the } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { memoryStore } from '../../../test/memory-store.ts'
import { accessOf, dossier, sha256Of } from '../../../test/one-dossier.ts'
import { personOf } from '../../../test/world.ts'
import { type Document, Documents, fileKey } from '../../documents/records.ts'
import { Dossiers } from '../../dossiers/records.ts'
import { Imports } from '../records.ts'
import { MOST_FILES, routes } from '../routes.ts'
import { completeImport } from './complete-import.ts'
import { importDocuments } from './import-documents.ts'
import { readImport } from './read-import.ts'

const delivery = 'Document Delivery of the dossier'
const processing = 'Document Processing of the dossier'
const bytesOf = (at: number): Buffer => Buffer.from(`La facture ${at}.`)
const announced = (at: number) => ({
  name: `facture-${at}.txt`,
  contentType: 'text/plain',
  length: bytesOf(at).length,
  sha256: sha256Of(bytesOf(at)),
})

/** Files announced by Document Delivery, and what can be done with them. */
const given = async (...files: readonly number[]) => {
  const store = memoryStore()
  const table = holding(create(Dossiers, { ...dossier, contents: { open: 1, confidential: 0 } }))
  const things = async (importId?: string, persona: typeof delivery | typeof processing = delivery) => ({
    ...(await table.load({
      dossier: the(Dossiers, dossier),
      ...(importId === undefined ? {} : { batch: the(Imports, { dossierId: dossier.dossierId, importId }) }),
    })),
    access: accessOf(persona),
    files: store.files,
  })
  const input = { files: files.map(announced) }
  const outcome = await granted(ask(importDocuments, { as: personOf(delivery), things: await things(), input }))
  const committed = await table.commit(outcome.writes ?? [])
  const { importId } = outcome.view
  const asked = async (persona: typeof delivery | typeof processing = delivery) => ({
    as: personOf(persona),
    table,
    things: await things(importId, persona),
  })
  return {
    view: outcome.view,
    writes: outcome.writes ?? [],
    committed,
    table,
    asked,
    documents: async () =>
      Object.values(
        await table.load(
          Object.fromEntries(
            outcome.view.files.map((file) => [file.documentId, the(Documents, { ...dossier, ...file })]),
          ),
        ),
      ) as unknown as Document[],
    upload: (at: number, bytes = bytesOf(files[at] ?? 0)) => {
      const { documentId = '', versionId = '' } = outcome.view.files[at] ?? {}
      store.put({ bucket: 'documents', key: fileKey({ ...dossier, documentId, versionId }) }, bytes)
    },
    complete: async () => {
      const done = await granted(ask(completeImport, await asked()))
      if ((done.writes ?? []).length > 0) expect(await table.commit(done.writes ?? [])).toBe('done')
      return done
    },
  }
}

test('P-06: many files are announced in one act, each with an address of its own for exactly its bytes', async () => {
  const it = await given(1, 2, 3)
  expect(it.committed).toBe('done')
  expect(it.view.files.map(({ upload }) => upload.url).filter((url, at, all) => all.indexOf(url) === at)).toHaveLength(
    3,
  )
  for (const document of await it.documents())
    expect(document).toMatchObject({ state: 'awaiting-upload', cameBy: { way: 'import', id: it.view.importId } })
  const { dossier: counted } = await it.table.load({ dossier: the(Dossiers, dossier) })
  expect(counted).toMatchObject({ contents: { open: 4, confidential: 0 } })
})

test('P-06: as many as may come at once fit into one transaction, with what the kernel adds', async () => {
  const it = await given(...Array.from({ length: MOST_FILES }, (_, at) => at))
  expect(it.writes.length).toBeLessThanOrEqual(97)
  const tooMany = { files: Array.from({ length: MOST_FILES + 1 }, (_, at) => announced(at)) }
  expect(routes.importDocuments.input.safeParse(tooMany).success).toBe(false)
})

test('P-06: the same file twice is taken twice, and told', async () => {
  const { view } = await given(1, 2, 1)
  expect(view.files.map(({ sameAs }) => sameAs)).toEqual([null, null, 0])
})

test('P-06: of each file it is told whether it has come, and what has come is received together', async () => {
  const it = await given(1, 2, 3)
  it.upload(0)
  it.upload(2, Buffer.from('Autre chose.'))
  const { view } = await it.complete()
  expect(view.files.map(({ found }) => found)).toEqual(['received', 'upload-not-found', 'upload-differs'])
  const progress = await granted(ask(readImport, await it.asked()))
  expect(progress.view).toMatchObject({ come: 1, missing: 2 })
  expect(progress.view.files.map(({ come, state }) => [come, state])).toEqual([
    [true, 'received'],
    [false, 'awaiting-upload'],
    [false, 'awaiting-upload'],
  ])
})

test('P-06: completed again, an import receives what has come since and nothing twice', async () => {
  const it = await given(1, 2)
  it.upload(0)
  expect((await it.complete()).events).toHaveLength(1)
  it.upload(1)
  expect((await it.complete()).events).toHaveLength(1)
  const { view, writes, events } = await it.complete()
  expect([view.files.map(({ found }) => found), writes, events]).toEqual([['received', 'received'], [], []])
})

test('P-06: one call receives 30 at most, and says that there are more', async () => {
  const it = await given(...Array.from({ length: 35 }, (_, at) => at))
  for (let at = 0; at < 35; at++) it.upload(at)
  const first = await it.complete()
  expect(first.view.again).toBe(true)
  expect(first.view.files.filter(({ found }) => found === 'not-looked-at')).toHaveLength(5)
  expect((first.writes ?? []).length + (first.events ?? []).length).toBeLessThanOrEqual(96)
  const second = await it.complete()
  expect([second.view.again, second.events?.length]).toEqual([false, 5])
})

test('P-04: Document Delivery follows their own import, and is told of nobody else’s', async () => {
  const it = await given(1)
  const { as, ...rest } = await it.asked()
  expect(await ask(readImport, { ...rest, as })).toMatchObject({ view: { missing: 1 } })
  const other = {
    ...as,
    personId: personOf('owner').personId,
    kind: 'client-user',
    profile: 'client-document-delivery',
  }
  const things = { ...rest.things, access: { ...accessOf(delivery), personId: other.personId } }
  expect(await ask(readImport, { ...rest, things, as: other as never })).toEqual({ problem: 'not-found' })
  expect(await ask(completeImport, { ...rest, things, as: other as never })).toEqual({ problem: 'not-found' })
  expect(await ask(readImport, await it.asked(processing))).toMatchObject({ view: { missing: 1 } })
})
