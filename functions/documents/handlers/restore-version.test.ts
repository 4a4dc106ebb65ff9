import { expect, test } from 'vitest'
import { problem } from '../../../shared/problems.ts'
import { create } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { documentAt, dossier } from '../../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { type Document, type DocumentVersion, DocumentVersions, fileKey } from '../records.ts'
import { restoreVersion } from './restore-version.ts'

const as = personOf('owner')
const made = documentAt(1, 'owner')
const earlier: DocumentVersion = {
  ...made.version,
  versionId: idOf(650),
  name: 'brouillon.pdf',
  detectedType: 'application/pdf',
  storedVersionId: 'stored-earlier',
}

const restore = (versionId: string, state: Document['state'] = 'received', changes: Partial<DocumentVersion> = {}) =>
  ask(((context: object) => restoreVersion({ ...context, params: { versionId } } as never)) as typeof restoreVersion, {
    as,
    table: holding(create(DocumentVersions, made.version), create(DocumentVersions, { ...earlier, ...changes })),
    things: { document: { ...made.document, confidential: true, state, version: 5 }, dossier },
  })

test('P-06: an earlier version becomes current again as a version of its own, with the very bytes of the earlier one', async () => {
  const { view, writes = [], events } = await granted(restore(earlier.versionId))
  expect(view).toMatchObject({ name: 'brouillon.pdf', restoredFrom: earlier.versionId, receivedAt: NOW })
  const [version, document] = writes.map((write) => ('item' in write ? write.item : {})) as [DocumentVersion, Document]
  expect(version.versionId > made.version.versionId).toBe(true)
  expect([fileKey(version), version.storedVersionId]).toEqual([fileKey(earlier), 'stored-earlier'])
  expect(document).toMatchObject({ state: 'received', currentVersionId: version.versionId, name: 'brouillon.pdf' })
  expect(events).toMatchObject([{ type: 'document-received', data: { versionId: version.versionId } }])
})

test('D-21: restoring keeps the mark of the document, and so who sees it', async () => {
  const { writes = [] } = await granted(restore(earlier.versionId))
  expect(writes.map((write) => 'item' in write && write.item)[1]).toMatchObject({ confidential: true })
})

test('P-06: a restored version can be restored in its turn, and has the bytes that were received first', async () => {
  const { writes = [] } = await granted(restore(earlier.versionId, 'sent', { storedKey: 'dossiers/first' }))
  expect(writes.map((write) => 'item' in write && write.item)[0]).toMatchObject({
    restoredFrom: earlier.versionId,
    storedKey: 'dossiers/first',
  })
})

test('P-06: a version that never came, or is none of the document, cannot be restored', async () => {
  expect(await restore(earlier.versionId, 'received', { state: 'differs' })).toEqual(problem('upload-not-complete'))
  expect(await restore(idOf(998))).toEqual(problem('not-found'))
})

test.each([
  ['sending', 'document-in-transfer'],
  ['failed', 'document-in-transfer'],
  ['to-approve', 'document-in-approval'],
  ['replaced', 'document-replaced'],
] as const)('P-09, P-07, B-12: nothing is restored while a document is %s: %s', async (state, why) => {
  expect(await restore(earlier.versionId, state)).toEqual(problem(why))
})
