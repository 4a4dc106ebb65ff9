import { expect, test } from 'vitest'
import { problem } from '../../../shared/problems.ts'
import { create } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { memoryStore } from '../../../test/memory-store.ts'
import { documentAt, dossier } from '../../../test/one-dossier.ts'
import { idOf, personOf } from '../../../test/world.ts'
import { type Document, DocumentVersions } from '../records.ts'
import { downloadDocument } from './download-document.ts'
import { listVersions } from './list-versions.ts'
import { readDocument } from './read-document.ts'

const as = personOf('owner')

const given = (state: Document['state']) => {
  const { document, version } = documentAt(1, 'owner', { state })
  const older = { ...version, versionId: idOf(650), name: 'brouillon.pdf', storedVersionId: 'stored-old' }
  const table = holding(
    create(DocumentVersions, { ...version, storedVersionId: version.state === 'received' ? 'stored-now' : null }),
    create(DocumentVersions, older),
  )
  return { as, table, things: { document: { ...document, version: 4 }, dossier, files: memoryStore().files } }
}

test('C-31: the current version is downloaded as the very bytes that were received, with name, length and checksum', async () => {
  const { view } = await granted(ask(downloadDocument, given('received')))
  const { version } = documentAt(1, 'owner')
  expect(view).toMatchObject({ name: version.name, length: version.length, sha256: version.sha256 })
  expect(view.url).toContain('version=stored-now')
})

test('P-06: an older version can be asked for', async () => {
  const { view } = await granted(ask(downloadDocument, { ...given('sent'), input: { versionId: idOf(650) } }))
  expect(view).toMatchObject({ name: 'brouillon.pdf' })
  expect(view.url).toContain('version=stored-old')
})

test('C-31: what has not come cannot be downloaded', async () => {
  const waiting = given('awaiting-upload')
  expect(await ask(downloadDocument, waiting)).toEqual(problem('upload-not-complete'))
  const { versionId } = documentAt(1, 'owner').version
  expect(await ask(downloadDocument, { ...waiting, input: { versionId } })).toEqual(problem('upload-not-complete'))
})

test('P-06: a version that is none of the document is not found', async () => {
  expect(await ask(downloadDocument, { ...given('received'), input: { versionId: idOf(998) } })).toEqual(
    problem('not-found'),
  )
})

test('P-06: a document shows its state, and lists its versions, newest first', async () => {
  const it = given('sending')
  const { view, version } = await granted(ask(readDocument, it))
  expect([view.state, version]).toEqual(['sending', 4])
  const versions = await granted(ask(listVersions, { ...it, input: { limit: 10 } }))
  expect(versions.view.items.map(({ versionId }) => versionId)).toEqual([701, 650].map(idOf))
})

test('P-06: what was replaced by others can still be looked at, before it is taken back', async () => {
  expect((await granted(ask(downloadDocument, given('replaced')))).view.url).toContain('version=stored-now')
})
