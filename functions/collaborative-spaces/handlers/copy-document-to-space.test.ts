import { expect, test } from 'vitest'
import type { Persona } from '../../../shared/rules/cases.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { create, perhaps, update } from '../../../shared/table/table.ts'
import type { MemoryTable } from '../../../test/memory-table.ts'
import { documentAt, dossier } from '../../../test/one-dossier.ts'
import { entriesIn, liesThere, oneSpace } from '../../../test/one-space.ts'
import { openApi } from '../../../test/whole-api.ts'
import { idOf, personOf } from '../../../test/world.ts'
import { type Document, Documents, DocumentVersions, fileKey } from '../../documents/records.ts'
import { Dossiers } from '../../dossiers/records.ts'
import type { SpaceEntryVersion } from '../records.ts'
import { copyDocumentToSpace } from './copy-document-to-space.ts'

const spaceId = idOf(0x5ace)
const { document, version } = documentAt(1, 'owner')
const { dossierId, documentId } = document

const office = (members: readonly Persona[] = ['owner', 'stranger'], more: Partial<Document> = {}) => {
  const others = (['owner', 'documentation editor'] as const).filter((one) => !members.includes(one))
  const table = oneSpace(members, others)
  const { version: _, ...item } = { ...dossier, ownerId: personOf('owner').personId }
  table.put(create(Dossiers, item), create(Documents, { ...document, ...more }), create(DocumentVersions, version))
  return { table, api: openApi(table) }
}
const copying = ({ api }: ReturnType<typeof office>, who: Persona = 'owner') =>
  api.ask('POST /v1/dossiers/{dossierId}/documents/{documentId}/space-copies', {
    as: personOf(who).personId,
    params: { dossierId, documentId },
    input: { spaceId },
  })
const recorded = (table: MemoryTable) => liesThere<Record<string, unknown>>(table, 'item-copy')

test('D-19: the owner copies a document into a space that they are in: the very bytes, recorded on both sides', async () => {
  const of = office()
  expect(await copying(of)).toMatchObject({ status: 201, body: { spaceId } })
  const [entry] = entriesIn(of.table)
  expect(entry).toMatchObject({
    kind: 'document',
    title: version.name,
    copiedFrom: { dossierId, kind: 'document', id: documentId, version: version.versionId },
  })
  const [copy] = liesThere<SpaceEntryVersion>(of.table, 'space-entry-version')
  expect(copy?.file).toMatchObject({ key: fileKey(version), sha256: version.sha256, state: 'received' })
  expect(recorded(of.table)).toMatchObject([
    { dossierId, way: 'copied-to-space', itemId: documentId, other: { spaceId, itemId: entry?.entryId } },
  ])
  expect(copyDocumentToSpace).toBeDefined()
})

test('D-19: nothing confidential is copied, by its own mark or with its whole dossier', async () => {
  const marked = office(undefined, { confidential: true })
  expect((await copying(marked)).status).toBe(403)
  const whole = office()
  const { it } = await whole.table.load({ it: perhaps(Dossiers, { dossierId }) })
  await whole.table.commit([update(Dossiers, it as Stored<typeof dossier>, { confidential: true })])
  expect((await copying(whole)).status).toBe(403)
  expect([entriesIn(marked.table), entriesIn(whole.table)]).toEqual([[], []])
})

test('D-19: nobody copies into a space that they are not in, and nobody but the owner copies at all', async () => {
  expect((await copying(office(['stranger']))).status).toBe(404)
  expect((await copying(office(['owner', 'documentation editor']), 'documentation editor')).status).toBe(403)
})

test('D-19: what has no file yet is not copied', async () => {
  const of = office(undefined, { state: 'awaiting-upload', currentVersionId: null })
  expect(await copying(of)).toMatchObject({ status: 409, problem: { problem: 'upload-not-complete' } })
})
