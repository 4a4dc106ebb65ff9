import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { perhaps, update } from '../../../shared/table/table.ts'
import { ask, granted } from '../../../test/ask.ts'
import { memoryStore } from '../../../test/memory-store.ts'
import { oneSpace, spaceNow } from '../../../test/one-space.ts'
import { idOf, personOf } from '../../../test/world.ts'
import { CollaborativeSpaces, entryKey, SpaceEntries } from '../records.ts'
import { routes } from '../routes.ts'
import { addSpaceDocument } from './add-space-document.ts'
import { addSpaceDocumentVersion } from './add-space-document-version.ts'
import { completeSpaceUpload } from './complete-space-upload.ts'
import { downloadSpaceDocument } from './download-space-document.ts'
import { readEntry } from './read-entry.ts'
import { renewSpaceUpload } from './renew-space-upload.ts'

const bytes = Buffer.from('Compte rendu de la réunion')
const announced = (content: Buffer, name = 'compte rendu.pdf') => ({
  name,
  contentType: 'application/pdf',
  length: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
})

/** A space with a document announced in it. */
const world = async () => {
  const table = oneSpace(['owner', 'stranger'])
  const store = memoryStore()
  const as = personOf('owner')
  const spaceId = idOf(0x5ace)
  const inSpace = async () => ({ ...(await spaceNow(table, 'owner')), files: store.files })
  const {
    view,
    writes = [],
    events = [],
  } = await granted(ask(addSpaceDocument, { as, table, things: await inSpace(), input: announced(bytes) }))
  expect([await table.commit(writes), events]).toEqual(['done', []])
  const { entryId } = view.entry
  const things = async () => ({
    ...(await table.load({ entry: perhaps(SpaceEntries, { spaceId, entryId }) })),
    ...(await inSpace()),
  })
  const asked = async (input: object) => ({ as, table, things: await things(), input })
  const put = (versionId: string, content: Buffer) =>
    store.put({ bucket: 'documents', key: entryKey({ spaceId, entryId, versionId }) }, content)
  const complete = async (versionId = view.versionId) => {
    const outcome = await ask(completeSpaceUpload, await asked({ versionId }))
    if ('writes' in outcome) expect(await table.commit(outcome.writes ?? [])).toBe('done')
    return outcome
  }
  const added = async (content: Buffer, name: string) => {
    const more = await granted(ask(addSpaceDocumentVersion, await asked(announced(content, name))))
    expect(await table.commit(more.writes ?? [])).toBe('done')
    return more.view.versionId
  }
  return { table, store, view, things, asked, put, complete, added }
}

test('C-31: an upload into a space is bound to what was announced, under ids of ours', async () => {
  const { view } = await world()
  expect(routes.addSpaceDocument.output.parse(view)).toMatchObject({
    entry: { kind: 'document', title: 'compte rendu.pdf', currentVersionId: null, copied: false },
    upload: { method: 'PUT', headers: { 'content-length': String(bytes.length) } },
  })
  expect(view.upload.url).not.toContain('compte')
})

test('D-17: once its bytes have come as announced, all are told and may download it', async () => {
  const { view, put, complete, asked } = await world()
  put(view.versionId, bytes)
  const received = await granted(complete())
  expect(received.events).toMatchObject([{ type: 'space-entry-added', data: { entryId: view.entry.entryId } }])
  const { view: download } = await granted(ask(downloadSpaceDocument, await asked({})))
  expect(download).toMatchObject({ name: 'compte rendu.pdf', length: bytes.length })
  expect(download.url).toContain('version=stored-')
  const again = await granted(complete())
  expect([again.writes ?? [], again.events ?? []]).toEqual([[], []])
})

test('C-31: nothing comes out that did not come in whole', async () => {
  const { view, put, complete, asked } = await world()
  expect(await ask(downloadSpaceDocument, await asked({}))).toEqual({ problem: 'upload-not-complete' })
  expect(await complete()).toEqual({ problem: 'upload-not-found' })
  put(view.versionId, bytes.subarray(1))
  expect(await complete()).toEqual({ problem: 'upload-differs' })
  expect(await ask(downloadSpaceDocument, await asked({ versionId: view.versionId }))).toEqual({
    problem: 'upload-not-complete',
  })
  const waiting = await granted(ask(readEntry, await asked({})))
  expect(waiting.view).toMatchObject({ version: null, markdown: null, currentVersionId: null })
})

test('D-17: a new version takes the place of the one before once it has come, and a late one does not', async () => {
  const { view, put, complete, asked, added } = await world()
  put(view.versionId, bytes)
  await granted(complete())
  const [late, newer] = [await added(Buffer.from('ancien'), 'ancien.pdf'), await added(Buffer.from('neuf'), 'neuf.pdf')]
  put(newer, Buffer.from('neuf'))
  const { events } = await granted(complete(newer))
  expect(events).toEqual([])
  put(late, Buffer.from('ancien'))
  await granted(complete(late))
  expect((await granted(ask(downloadSpaceDocument, await asked({})))).view.name).toBe('neuf.pdf')
  const older = await granted(ask(downloadSpaceDocument, await asked({ versionId: view.versionId })))
  expect(older.view.name).toBe('compte rendu.pdf')
})

test('C-31: an address is given anew until the file has come', async () => {
  const { view, put, complete, asked } = await world()
  const renewed = await granted(ask(renewSpaceUpload, await asked({ versionId: view.versionId })))
  expect(renewed.view.upload.headers).toEqual(view.upload.headers)
  put(view.versionId, bytes)
  await granted(complete())
  expect(await ask(renewSpaceUpload, await asked({ versionId: view.versionId }))).toEqual({
    problem: 'upload-complete',
  })
  expect(await ask(renewSpaceUpload, await asked({ versionId: idOf(998) }))).toEqual({ problem: 'not-found' })
})

test('D-18: no file is received by a space that is closed at the same moment', async () => {
  const { table, view, put, asked } = await world()
  put(view.versionId, bytes)
  const { writes = [] } = await granted(ask(completeSpaceUpload, await asked({ versionId: view.versionId })))
  const { collaborativeSpace } = await spaceNow(table, 'owner')
  await table.commit([update(CollaborativeSpaces, collaborativeSpace, { state: 'closed' })])
  expect(await table.commit(writes)).not.toBe('done')
})

test('what is written has no file', async () => {
  const { table, things } = await world()
  const entry = { ...((await things()).entry as object), kind: 'note' }
  const asked = { as: personOf('owner'), table, things: { ...(await things()), entry }, input: announced(bytes) }
  expect(await ask(addSpaceDocumentVersion, asked)).toEqual({ problem: 'entry-of-other-kind' })
  expect(await ask(downloadSpaceDocument, { ...asked, input: {} })).toEqual({ problem: 'entry-of-other-kind' })
})
