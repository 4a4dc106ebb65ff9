import { expect, test } from 'vitest'
import { problem } from '../../../shared/problems.ts'
import { create } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { memoryStore } from '../../../test/memory-store.ts'
import { documentAt, dossier } from '../../../test/one-dossier.ts'
import { idOf, personOf } from '../../../test/world.ts'
import { DocumentVersions } from '../records.ts'
import { renewUpload } from './renew-upload.ts'

const renew = (state: 'awaiting-upload' | 'received', versionId?: string) => {
  const { document, version } = documentAt(1, 'owner', { state })
  return ask(renewUpload, {
    as: personOf('owner'),
    table: holding(create(DocumentVersions, version)),
    things: { document, dossier, files: memoryStore().files },
    input: { versionId: versionId ?? version.versionId },
  })
}

test('C-31: an upload that is not complete gets a fresh address for the same bytes', async () => {
  const { version } = documentAt(1, 'owner')
  const { view } = await granted(renew('awaiting-upload'))
  expect(view.upload.url).toContain(version.versionId)
  expect(view.upload.headers['content-length']).toBe(String(version.length))
})

test('C-31: what was received gets none, so that nothing can come in its place', async () => {
  expect(await renew('received')).toEqual(problem('upload-complete'))
})

test('P-06: a version that is none of the document is not found', async () => {
  expect(await renew('awaiting-upload', idOf(998))).toEqual(problem('not-found'))
})
