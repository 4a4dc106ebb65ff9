import { expect, test } from 'vitest'
import { problem } from '../../../shared/problems.ts'
import { create, the } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { memoryStore } from '../../../test/memory-store.ts'
import { documentAt, dossier, sha256Of, upload } from '../../../test/one-dossier.ts'
import { NOW, personOf } from '../../../test/world.ts'
import { type Document, Documents, DocumentVersions } from '../records.ts'
import { documentStateNames } from '../states.ts'
import { addVersion } from './add-version.ts'
import { completeUpload } from './complete-upload.ts'

const as = personOf('Document Processing of the dossier')
const bytes = Buffer.from('The corrected text.')
const input = {
  name: 'facture-1-corrigée.pdf',
  contentType: 'application/pdf',
  length: bytes.length,
  sha256: sha256Of(bytes),
}

/** A document in a table and its store, with the two steps by which a new version comes. */
const given = (state: Document['state']) => {
  const store = memoryStore()
  const made = documentAt(1, 'Full Access of the dossier', { state })
  const table = holding(create(Documents, made.document), create(DocumentVersions, made.version))
  const document = async () => (await table.load({ it: the(Documents, made.document) })).it
  const asked = async (input: object) => {
    const things = { document: await document(), dossier, files: store.files }
    return { as, table, things, input }
  }
  const announce = async () => {
    const outcome = await granted(ask(addVersion, await asked(input)))
    await table.commit(outcome.writes ?? [])
    return outcome.view
  }
  const complete = async (versionId: string) => {
    const outcome = await ask(completeUpload, await asked({ versionId }))
    if ('writes' in outcome) await table.commit(outcome.writes ?? [])
    return outcome
  }
  return { store, made, document, announce, complete }
}

test('P-06: the old version stays current until the bytes of the new one have come', async () => {
  const { store, made, document, announce, complete } = given('received')
  const before = await document()
  const { version } = await announce()
  expect(version.versionId > made.version.versionId).toBe(true)
  expect(await document()).toEqual(before)
  expect(await complete(version.versionId)).toEqual(problem('upload-not-found'))
  expect(await document()).toEqual(before)

  upload(store, { version: version as never, bytes })
  await granted(complete(version.versionId))
  expect(await document()).toMatchObject({ ...input, state: 'received', currentVersionId: version.versionId })
})

test('P-06: a version waits for its bytes, and says who announced it and when', async () => {
  const { made, announce } = given('received')
  const view = await announce()
  expect(view.version).toMatchObject({
    ...input,
    dossierId: dossier.dossierId,
    documentId: made.document.documentId,
    versionId: view.versionId,
    state: 'awaiting-upload',
    createdBy: as.personId,
    createdAt: NOW,
    receivedAt: null,
  })
})

test('C-31: the upload takes the announced length and SHA-256 only, under ids of ours and never under a name', async () => {
  const { made, announce } = given('received')
  const { upload, versionId } = await announce()
  expect(upload.headers).toMatchObject({
    'content-length': String(bytes.length),
    'x-amz-checksum-sha256': Buffer.from(input.sha256, 'hex').toString('base64'),
  })
  expect(upload.url).toContain(`/dossiers/${dossier.dossierId}/${made.document.documentId}/${versionId}`)
  expect(decodeURIComponent(upload.url)).not.toContain('facture')
})

test('C-31: other bytes than announced never take the place of the current version', async () => {
  const { store, document, announce, complete } = given('received')
  const before = await document()
  const { version } = await announce()
  upload(store, { version: version as never, bytes: Buffer.from('A text nobody announced.') })
  expect(await complete(version.versionId)).toEqual(problem('upload-differs'))
  expect(await document()).toEqual(before)
})

test.each([
  ['sending', 'document-in-transfer'],
  ['failed', 'document-in-transfer'],
  ['to-approve', 'document-in-approval'],
] as const)('P-09, P-07: while it is %s, a document takes no new version: %s', async (state, why) => {
  const { store, document, announce, complete } = given(state)
  const before = await document()
  const { version } = await announce()
  upload(store, { version: version as never, bytes })
  expect(await complete(version.versionId)).toEqual(problem(why))
  expect(await document()).toEqual(before)
})

test.each(documentStateNames)(
  'P-06: announced while a document is %s, a version changes nothing of it',
  async (state) => {
    const { document, announce } = given(state)
    const before = await document()
    await announce()
    expect(await document()).toEqual(before)
  },
)

test('P-06: each announcement is a version of its own, also of the same file', async () => {
  const { announce } = given('received')
  const first = await announce()
  const second = await announce()
  expect(second.versionId > first.versionId).toBe(true)
  expect(second.upload.url).not.toBe(first.upload.url)
})
