import { expect, test } from 'vitest'
import { ask, granted } from '../../../test/ask.ts'
import { memoryStore } from '../../../test/memory-store.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { personOf } from '../../../test/world.ts'
import { addVersion } from './add-version.ts'
import { importDocument } from './import-document.ts'

const as = personOf('Document Delivery of the dossier')
const { files } = memoryStore()
const input = { name: 'Relevé de février.pdf', contentType: 'application/pdf', length: 12, sha256: 'ab'.repeat(32) }

test('P-06: a document that is announced waits for its bytes', async () => {
  const { view, writes } = await granted(ask(importDocument, { as, things: { dossier, files }, input }))
  expect(view.document).toMatchObject({
    ...input,
    dossierId: dossier.dossierId,
    state: 'awaiting-upload',
    currentVersionId: null,
    createdBy: as.personId,
  })
  expect(writes?.map(({ op, record }) => [op, record.name])).toEqual([
    ['create', 'document'],
    ['create', 'document-version'],
    ['replace', 'dossier'],
  ])
})

test('C-31: the upload is bound to the announced length and SHA-256', async () => {
  const { view } = await granted(ask(importDocument, { as, things: { dossier, files }, input }))
  expect(view.upload).toMatchObject({
    method: 'PUT',
    headers: {
      'content-length': '12',
      'x-amz-checksum-sha256': Buffer.from('ab'.repeat(32), 'hex').toString('base64'),
    },
  })
})

test('C-31: the bytes go under ids of ours, never under a name', async () => {
  const { view } = await granted(ask(importDocument, { as, things: { dossier, files }, input }))
  const { document, versionId, upload } = view
  expect(upload.url).toContain(`/dossiers/${dossier.dossierId}/${document.documentId}/${versionId}`)
  expect(decodeURIComponent(upload.url)).not.toContain('Relevé')
})

test('P-06: announcing a new version leaves the document as it is until the bytes have come', async () => {
  const { view: first } = await granted(ask(importDocument, { as, things: { dossier, files }, input }))
  const document = { ...first.document, version: 1 }
  const outcome = await granted(ask(addVersion, { as, things: { document, dossier, files }, input }))
  expect(outcome.view.version).toMatchObject({ documentId: document.documentId, state: 'awaiting-upload' })
  expect(outcome.view.versionId).not.toBe(first.versionId)
  expect(outcome.writes?.map(({ op, record }) => [op, record.name])).toEqual([['create', 'document-version']])
})

test.each([
  ['open', {}, { open: 3, confidential: 1 }],
  ['confidential', { confidential: true }, { open: 2, confidential: 2 }],
] as const)(
  'D-07, D-08: in a dossier that is %s, a new document is counted as it starts',
  async (_, marked, contents) => {
    const things = { dossier: { ...dossier, ...marked, contents: { open: 2, confidential: 1 } }, files }
    const { view, writes } = await granted(ask(importDocument, { as, things, input }))
    expect(view.document.confidential ?? false).toBe('confidential' in marked)
    expect(writes?.map((write) => 'item' in write && write.item)).toContainEqual(expect.objectContaining({ contents }))
  },
)
