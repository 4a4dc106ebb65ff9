import { expect, test } from 'vitest'
import { isProblem } from '../../../shared/problems.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { create } from '../../../shared/table/table.ts'
import { ask, holding } from '../../../test/ask.ts'
import { documentAt, dossier } from '../../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import type { Dossier } from '../../dossiers/records.ts'
import { type Document, type DocumentVersion, DocumentVersions, fileKey } from '../records.ts'
import { copyDocument } from './copy-document.ts'

const as = personOf('owner')
const other: Stored<Dossier> = { ...dossier, dossierId: idOf(510), number: 8, contents: { open: 1, confidential: 1 } }
const made = documentAt(1, 'Full Access of the dossier')
const current = { ...made.version, detectedType: 'application/pdf', storedVersionId: 'stored-1' }

type Given = {
  readonly document?: Partial<Document>
  readonly from?: Partial<Dossier>
  readonly to?: Stored<Dossier>
}
const copy = async ({ document = {}, from = {}, to = other }: Given = {}) => {
  const outcome = await ask(
    ((context: object) => copyDocument({ ...context, each: [{ dossier: to }] } as never)) as typeof copyDocument,
    {
      as,
      table: holding(create(DocumentVersions, current)),
      things: { document: { ...made.document, version: 3, ...document }, dossier: { ...dossier, ...from } },
    },
  )
  if (isProblem(outcome)) throw new Error(outcome.problem)
  const { writes = [], revealed, events } = outcome
  const items = writes.map((write) => ('item' in write ? write.item : {}))
  return { items, revealed, events, ops: writes.map(({ op, record }) => `${op} ${record.name}`) }
}

test('D-21: a copy is a document of its own with the very bytes of the current version, counted there, told on both sides', async () => {
  const { items, ops, events } = await copy()
  const [document, version, there] = items as [Document, DocumentVersion, Dossier]
  expect(document).toMatchObject({
    dossierId: other.dossierId,
    state: 'received',
    createdBy: as.personId,
    createdAt: NOW,
  })
  expect(document.currentVersionId).toBe(version.versionId)
  expect([version.documentId, version.versionId]).not.toContain(made.version.versionId)
  expect([fileKey(version), version.storedVersionId]).toEqual([fileKey(current), 'stored-1'])
  expect(there.contents).toEqual({ open: 2, confidential: 1 })
  expect(ops.filter((op) => op.endsWith('item-copy'))).toHaveLength(2)
  expect(ops).toEqual(expect.arrayContaining(['require document', 'require dossier']))
  expect(events).toMatchObject([{ type: 'document-received', data: { dossierId: other.dossierId } }])
})

test.each([
  ['a marked document', { document: { confidential: true } }, true],
  ['a document of a confidential dossier', { from: { confidential: true } }, true],
  ['a document, into a confidential dossier', { to: { ...other, confidential: true } }, false],
] as const)(
  'D-21, D-08: the copy of %s is marked; only what is confidential here is read so',
  async (_, given, read) => {
    const { items, revealed } = await copy(given)
    expect(items[0]).toMatchObject({ confidential: true })
    expect(items[2]).toMatchObject({ contents: { open: 1, confidential: 2 } })
    expect(revealed).toEqual(read ? [{ kind: 'document', id: made.document.documentId }] : [])
  },
)

test('D-21: what has not come is not copied, and nothing is copied to where it is', async () => {
  await expect(copy({ document: { currentVersionId: null } })).rejects.toThrow('upload-not-complete')
  await expect(copy({ to: dossier })).rejects.toThrow('already-there')
})

test('P-06: what was replaced is copied nowhere', async () => {
  await expect(copy({ document: { state: 'replaced' } })).rejects.toThrow('document-replaced')
})
