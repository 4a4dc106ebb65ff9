import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isProblem, problem } from '../../shared/problems.ts'
import { create, perhaps, update } from '../../shared/table/table.ts'
import { ask, granted, holding, newId } from '../../test/ask.ts'
import { memoryStore } from '../../test/memory-store.ts'
import { documentAt, dossier, sha256Of } from '../../test/one-dossier.ts'
import { NOW, personOf } from '../../test/world.ts'
import { jobTools } from '../kernel/job.ts'
import type { World } from '../kernel/line.ts'
import { checkVersion } from './check-version.ts'
import { abandonUpload } from './handlers/abandon-upload.ts'
import { addVersionInParts } from './handlers/add-version-in-parts.ts'
import { completeUpload } from './handlers/complete-upload.ts'
import { importInParts } from './handlers/import-in-parts.ts'
import { readParts } from './handlers/read-parts.ts'
import { renewUpload } from './handlers/renew-upload.ts'
import { uploadParts } from './handlers/upload-parts.ts'
import { type Document, Documents, type DocumentVersion, DocumentVersions, fileKey } from './records.ts'

const as = personOf('owner')
/** Shorter than S3 would have it, which the memory does not mind. */
const PART = 1000
const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2 * PART + 11, 'page')])
const pieces = [0, 1, 2].map((at) => bytes.subarray(at * PART, (at + 1) * PART))
const input = {
  name: 'plan.pdf',
  contentType: 'application/pdf',
  length: bytes.length,
  sha256: sha256Of(bytes),
  partLength: PART,
}

/** A large document that was announced, with everything that can be done to it. */
const announced = async () => {
  const store = memoryStore()
  const table = holding()
  const things = { dossier: { ...dossier, version: 1 }, files: store.files }
  const first = await granted(ask(importInParts, { as, table, things, input }))
  table.put(...(first.writes ?? []).filter(({ record }) => record.name !== 'dossier'))
  const { documentId } = first.view.document
  const { versionId } = first.view.version
  const look = async () => {
    const found = await table.load({
      document: perhaps(Documents, { dossierId: dossier.dossierId, documentId }),
      version: perhaps(DocumentVersions, { documentId, versionId }),
    })
    return found as { document: Document & { version: number }; version: DocumentVersion & { version: number } }
  }
  const asked = async (more: object = {}) => ({
    as,
    table,
    things: { ...things, document: (await look()).document },
    input: more,
  })
  const inPath = <R extends object>(handler: R): R =>
    ((context: object) =>
      (handler as unknown as (c: object) => unknown)({ ...context, params: { versionId } })) as never
  const complete = async () => {
    const outcome = await ask(completeUpload, await asked({ versionId }))
    const writes = isProblem(outcome) ? [] : (outcome.writes ?? [])
    if (writes.length > 0) await table.commit(writes)
    return outcome
  }
  const { version: made } = await look()
  const send = (...numbers: number[]) => {
    for (const number of numbers) store.putPart(made.parts?.uploadId ?? '', number, pieces[number - 1] as Buffer)
  }
  const check = () => {
    const world = { table, files: store.files, clock: () => NOW, newId } as unknown as World
    const ids = { dossierId: dossier.dossierId, documentId, versionId }
    return checkVersion(ids, jobTools(world, 'check-upload', 'event'), store.archive)
  }
  return { store, table, look, asked, inPath, complete, send, check, versionId, uploadId: made.parts?.uploadId ?? '' }
}

test('C-31: a large file comes in parts; interrupted, only those that are missing are sent again', async () => {
  const it = await announced()
  it.send(1, 3)
  const { view } = await granted(ask(it.inPath(readParts), await it.asked()))
  expect(view.parts).toEqual([
    { number: 1, length: PART, received: true },
    { number: 2, length: PART, received: false },
    { number: 3, length: bytes.length - 2 * PART, received: true },
  ])
  expect(await it.complete()).toMatchObject(
    problem('parts-missing', { errors: [{ pointer: '#/parts/2', detail: '2' }] }),
  )
  it.send(2)
  expect(await it.complete()).toMatchObject({ view: { state: 'checking', partLength: PART } })
  expect((await it.look()).document).toMatchObject({ state: 'awaiting-upload', currentVersionId: null })
  await it.check()
  const { document, version } = await it.look()
  expect(document).toMatchObject({ state: 'received', currentVersionId: it.versionId, detectedType: 'application/pdf' })
  expect(version).toMatchObject({ state: 'received', receivedAt: NOW })
  expect(it.store.bytesOf({ bucket: 'documents', key: fileKey(version), versionId: version.storedVersionId })).toEqual(
    bytes,
  )
})

test('C-31: the address of a part takes exactly its length and SHA-256; there is none for a part that is not', async () => {
  const it = await announced()
  const part = { number: 3, sha256: sha256Of(pieces[2] as Buffer) }
  const { view } = await granted(ask(it.inPath(uploadParts), await it.asked({ parts: [part] })))
  expect(view.parts[0]).toMatchObject({
    number: 3,
    length: bytes.length - 2 * PART,
    upload: { headers: { 'content-length': String(bytes.length - 2 * PART) } },
  })
  const beyond = await ask(it.inPath(uploadParts), await it.asked({ parts: [part, { ...part, number: 4 }] }))
  expect(beyond).toMatchObject(problem('invalid-input', { errors: [{ pointer: '#/parts/1/number', detail: '1–3' }] }))
})

test('C-31: a single address for a file that comes in parts would let anything in, and is not given', async () => {
  const it = await announced()
  expect(await ask(renewUpload, await it.asked({ versionId: it.versionId }))).toEqual(problem('upload-in-parts'))
})

test('C-31: whatever is changed, shortened, swapped or left out in parts never comes out where the whole file went in', async () => {
  const small = [1, 2, 3] as const
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('changed', 'shorter', 'swapped', 'missing', 'empty'),
      fc.constantFrom(...small),
      async (fault, at) => {
        const it = await announced()
        it.send(1, 2, 3)
        const piece = pieces[at - 1] as Buffer
        const other = pieces[at % 3] as Buffer
        const changed = Buffer.from(piece)
        changed[piece.length - 1] = (changed[piece.length - 1] ?? 0) ^ 1
        const put = {
          changed: () => it.store.putPart(it.uploadId, at, changed),
          shorter: () => it.store.putPart(it.uploadId, at, piece.subarray(1)),
          swapped: () =>
            it.store.putPart(it.uploadId, at, Buffer.from(other.subarray(0, piece.length)).fill('z', 0, 4)),
          missing: () => it.store.putPart(it.uploadId, at, Buffer.alloc(0)),
          empty: () => it.store.putPart(it.uploadId, at, Buffer.alloc(piece.length)),
        }
        put[fault]()
        await it.complete()
        await it.check()
        const { document, version } = await it.look()
        expect(['awaiting-upload', 'differs']).toContain(version.state)
        expect(document).toMatchObject({ state: 'awaiting-upload', currentVersionId: null })
      },
    ),
    { numRuns: 15 },
  )
})

test('C-31: told twice, completed twice and killed between, it is received once', async () => {
  const it = await announced()
  it.send(1, 2, 3)
  // Joined, and killed before it was written down.
  const { version } = await it.look()
  await it.store.files.joinParts({ key: fileKey(version), uploadId: it.uploadId })
  expect(await it.complete()).toMatchObject({ view: { state: 'checking' } })
  expect(await it.complete()).toMatchObject({ view: { state: 'checking' } })
  await it.check()
  const once = await it.look()
  await it.check()
  expect(await it.look()).toEqual(once)
  expect(await it.complete()).toMatchObject({ view: { state: 'received' } })
})

test('C-31: what differs is told as such for good, and another version can come', async () => {
  const it = await announced()
  it.send(1, 2)
  it.store.putPart(it.uploadId, 3, Buffer.alloc((pieces[2] as Buffer).length, 'other'))
  await it.complete()
  await it.check()
  expect((await it.look()).version.state).toBe('differs')
  expect(await it.complete()).toEqual(problem('upload-differs'))
  const added = await granted(ask(addVersionInParts, await it.asked(input)))
  expect(added.view).toMatchObject({ state: 'awaiting-upload', partLength: PART })
})

test('P-09: what has been checked while its document is being sent waits, and is completed after that', async () => {
  const it = await announced()
  it.send(1, 2, 3)
  await it.complete()
  const { document } = await it.look()
  const other = documentAt(1, 'owner').version.versionId
  await it.table.commit([update(Documents, document, { state: 'sending', currentVersionId: other })])
  const { version } = await it.look()
  const { version: number, ...item } = version
  it.table.put(create(DocumentVersions, { ...item, state: 'checking' }))
  expect(number).toBeGreaterThan(0)
  await it.check()
  expect((await it.look()).version.state).toBe('checked')
  expect(await it.complete()).toEqual(problem('document-in-transfer'))
  await it.table.commit([update(Documents, (await it.look()).document, { state: 'sent' })])
  expect(await it.complete()).toMatchObject({ view: { state: 'received' } })
  expect((await it.look()).document).toMatchObject({ state: 'received', currentVersionId: it.versionId })
})

test('C-31: an abandoned upload can be completed no more, and what had come of it is gone', async () => {
  const it = await announced()
  it.send(1, 2, 3)
  const outcome = await granted(ask(it.inPath(abandonUpload), await it.asked()))
  await it.table.commit(outcome.writes ?? [])
  expect(outcome.view.state).toBe('abandoned')
  expect(await it.store.files.listParts({ key: '', uploadId: it.uploadId })).toBeUndefined()
  expect(await it.complete()).toEqual(problem('upload-not-found'))
  expect((await granted(ask(it.inPath(abandonUpload), await it.asked()))).writes ?? []).toEqual([])
})
