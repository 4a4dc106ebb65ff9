import { expect, test } from 'vitest'
import { Outbox } from '../../shared/events.ts'
import { problem } from '../../shared/problems.ts'
import { create, perhaps } from '../../shared/table/table.ts'
import { ask, granted, holding, newId } from '../../test/ask.ts'
import { memoryStore } from '../../test/memory-store.ts'
import { documentAt, dossier, sha256Of, upload } from '../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { jobTools } from '../kernel/job.ts'
import type { World } from '../kernel/line.ts'
import type { Extracted } from './extraction/extracted.ts'
import { readText } from './handlers/read-text.ts'
import { keepText } from './keep-text.ts'
import { type DocumentText, DocumentTexts, type DocumentVersion, DocumentVersions, textKey } from './records.ts'

const made = documentAt(1, 'owner')
const { dossierId, documentId, versionId } = made.version
const text = 'Facture n° 1'

/** A version that has come, and what is kept of its text when the job is told of it so often. */
const world = (changes: Partial<DocumentVersion> = {}) => {
  const store = memoryStore()
  const storedVersionId = upload(store, made)
  const version = { ...made.version, storedVersionId, detectedType: 'application/pdf', ...changes }
  const table = holding(create(DocumentVersions, version))
  const read: string[] = []
  const told = (found: Extracted = { outcome: 'done', text, pages: 1 }) => {
    const tools = { table, files: store.files, clock: () => NOW, newId } as unknown as World
    return keepText({ dossierId, documentId, versionId }, jobTools(tools, 'extract-text', 'event'), async (type) => {
      read.push(type)
      return found
    })
  }
  const kept = async () =>
    (await table.load({ kept: perhaps(DocumentTexts, { documentId, versionId }) })).kept as DocumentText | undefined
  const asked = (input: object = {}) =>
    ask(readText, {
      as: { ...personOf('owner'), language: 'en' },
      table,
      things: { document: { ...made.document, version: 1 }, dossier, files: store.files },
      input,
    })
  /** What others are told of it. */
  const heard = () => table.everything().filter(({ recordName }) => recordName === Outbox.name)
  return { store, read, told, kept, asked, heard }
}

test('C-31: the text of what has come is kept, with its length and SHA-256, and can be fetched', async () => {
  const it = world()
  await it.told()
  const bytes = Buffer.from(text)
  expect(await it.kept()).toMatchObject({
    state: 'done',
    characters: text.length,
    length: bytes.length,
    sha256: sha256Of(bytes),
    pages: 1,
  })
  expect(it.store.bytesOf({ bucket: 'documents', key: textKey(made.version) })).toEqual(bytes)
  const { view } = await granted(it.asked())
  expect(view).toMatchObject({ state: 'done', pages: 1, download: { length: bytes.length, name: 'facture-1.pdf.txt' } })
})

test('P-10: that a text was read, or that there is none, is told once, so that search takes it in', async () => {
  for (const found of [undefined, { outcome: 'none' }] as const) {
    const it = world()
    await it.told(found)
    await it.told(found)
    expect(it.heard()).toMatchObject([{ type: 'text-read', data: { dossierId, documentId, versionId } }])
  }
})

test('told twice, it is read once', async () => {
  const it = world()
  await it.told()
  await it.told({ outcome: 'failed', reason: 'unreadable' })
  expect([it.read, (await it.kept())?.state]).toEqual([['application/pdf'], 'done'])
})

test('B-12: what a file is, is told by its bytes: one that is called a PDF and is none is not read as one', async () => {
  const it = world({ contentType: 'application/pdf', detectedType: 'application/x-msdownload' })
  await it.told()
  expect([it.read, (await it.kept())?.state]).toEqual([[], 'none'])
})

test('B-12: a file too large for any text is not even fetched', async () => {
  const it = world({ length: 100_000_001 })
  await it.told()
  expect([it.read, await it.kept()]).toMatchObject([[], { state: 'failed', reason: 'too-large' }])
})

test.each([
  ['awaiting-upload', 'upload-not-complete'],
  ['checking', 'upload-not-complete'],
  ['differs', 'upload-not-complete'],
] as const)('C-31: of a version that is %s nothing is read', async (state, code) => {
  const it = world({ state })
  await it.told()
  expect([it.read, await it.kept()]).toEqual([[], undefined])
  expect(await it.asked()).toEqual(problem(code))
})

test('before it has been read, a text is waited for; a failure says why, in the language of whoever asks', async () => {
  const it = world()
  expect((await granted(it.asked())).view).toMatchObject({ state: 'waiting', reason: null, download: null })
  await it.told({ outcome: 'failed', reason: 'protected' })
  expect((await granted(it.asked())).view).toMatchObject({
    state: 'failed',
    reason: { code: 'protected', text: 'The file is protected by a password.' },
    download: null,
  })
})

test('a version of another document, or of none, is not found', async () => {
  expect(await world().asked({ versionId: idOf(998) })).toEqual(problem('not-found'))
})
