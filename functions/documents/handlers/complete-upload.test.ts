import { expect, test } from 'vitest'
import { problem } from '../../../shared/problems.ts'
import { create, the } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { memoryStore } from '../../../test/memory-store.ts'
import { documentAt, dossier, upload } from '../../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { type Approval, type Document, Documents, type DocumentVersion, DocumentVersions, fileKey } from '../records.ts'
import { VersionView } from '../routes.ts'
import { completeUpload } from './complete-upload.ts'

const as = personOf('Full Access of the dossier')

/** A document and its versions in a table, with a way to complete one and to see what became of it. */
const world = (
  changes: Partial<Document> | Document['state'] = 'awaiting-upload',
  ...more: readonly DocumentVersion[]
) => {
  const store = memoryStore()
  const made = documentAt(1, 'Full Access of the dossier', typeof changes === 'string' ? { state: changes } : changes)
  const table = holding(
    create(Documents, made.document),
    create(DocumentVersions, made.version),
    ...more.map((version) => create(DocumentVersions, version)),
  )
  const document = async () =>
    (await table.load({ it: the(Documents, made.document) })).it as Document & { version: number }
  const complete = async (versionId = made.version.versionId) => {
    const things = { document: await document(), dossier, files: store.files }
    const outcome = await ask(completeUpload, { as, table, things, input: { versionId } })
    if ('writes' in outcome) await table.commit(outcome.writes ?? [])
    return outcome
  }
  return { store, ...made, document, complete }
}

const newer = (made: ReturnType<typeof documentAt>): DocumentVersion => ({
  ...made.version,
  versionId: idOf(799),
  name: 'facture-1-corrigée.pdf',
  state: 'awaiting-upload',
  storedVersionId: null,
  receivedAt: null,
})

test('C-31: what came as announced is received, and becomes the current version', async () => {
  const { store, version, bytes, complete, document } = world()
  const storedVersionId = upload(store, { version, bytes })
  const { view } = await granted(complete())
  expect(view).toMatchObject({ state: 'received', versionId: version.versionId })
  expect(await document()).toMatchObject({ state: 'received', currentVersionId: version.versionId })
  expect(view).toMatchObject({ storedVersionId })
})

test('C-31: an upload that never came is told as such, and nothing changes', async () => {
  const { complete, document } = world()
  expect(await complete()).toEqual(problem('upload-not-found'))
  expect(await document()).toMatchObject({ state: 'awaiting-upload', version: 1 })
})

test.each([
  ['shorter', (bytes: Buffer) => bytes.subarray(1), undefined],
  ['as long, but other', (bytes: Buffer) => Buffer.alloc(bytes.length, 'x'), undefined],
  ['without a checksum', (bytes: Buffer) => bytes, ''],
] as const)('C-31: an upload that is %s is refused, and nothing changes', async (_what, change, said) => {
  const { store, version, bytes, complete, document } = world()
  store.put({ bucket: 'documents', key: fileKey(version) }, change(bytes), said)
  expect(await complete()).toEqual(problem('upload-differs'))
  expect(await document()).toMatchObject({ state: 'awaiting-upload', version: 1 })
})

test('C-31: completed again, it gives the same answer and writes nothing', async () => {
  const { store, version, bytes, complete } = world()
  upload(store, { version, bytes })
  const first = await granted(complete())
  const again = await granted(complete())
  expect(VersionView.parse(again.view)).toEqual(VersionView.parse(first.view))
  expect(again.writes ?? []).toEqual([])
})

test('P-06: a version of another document, or of none, is not found', async () => {
  expect(await world().complete(idOf(998))).toEqual(problem('not-found'))
})

test.each(['received', 'sent'] as const)('P-06: a new version takes the place of one that was %s', async (state) => {
  const made = documentAt(1, 'Full Access of the dossier')
  const { store, bytes, complete, document } = world(state, newer(made))
  upload(store, { version: newer(made), bytes })
  await granted(complete(idOf(799)))
  expect(await document()).toMatchObject({
    state: 'received',
    currentVersionId: idOf(799),
    name: 'facture-1-corrigée.pdf',
    transferId: null,
  })
})

test.each(['sending', 'failed'] as const)(
  'P-09: no new version comes between while a document is %s',
  async (state) => {
    const made = documentAt(1, 'Full Access of the dossier')
    const { store, bytes, complete, document } = world(state, newer(made))
    upload(store, { version: newer(made), bytes })
    expect(await complete(idOf(799))).toEqual(problem('document-in-transfer'))
    expect(await document()).toMatchObject({ state, version: 1 })
  },
)

test('P-06: an older version whose bytes come late does not take the place of a newer one', async () => {
  const older = { ...newer(documentAt(1, 'Full Access of the dossier')), versionId: idOf(650) }
  const { store, version, bytes, complete, document } = world('received', older)
  upload(store, { version: older, bytes })
  expect((await granted(complete(idOf(650)))).view).toMatchObject({ state: 'received' })
  expect(await document()).toMatchObject({ currentVersionId: version.versionId, version: 1 })
})

const facts = {
  kind: 'purchase',
  number: 'F-7',
  date: '2026-02-27',
  amount: { minor: 12_000, currency: 'EUR' },
} as const

test.each(['in-process', 'approved', 'rejected', 'archived'] as const)(
  'P-07: a newer version of one that is %s starts over: what was said of it stays, its approval does not',
  async (state) => {
    const approval = { approvalId: idOf(811), ruleName: 'Grands achats', endedAt: NOW } as unknown as Approval
    const made = documentAt(1, 'Full Access of the dossier')
    const { store, bytes, complete, document } = world({ state, ...facts, approval }, newer(made))
    upload(store, { version: newer(made), bytes })
    await granted(complete(idOf(799)))
    const after = await document()
    expect(after).toMatchObject({ state: 'received', currentVersionId: idOf(799), ...facts })
    expect([after.approval, after.approvers]).toEqual([undefined, undefined])
  },
)
