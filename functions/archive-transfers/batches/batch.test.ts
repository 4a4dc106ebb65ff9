import { expect, test } from 'vitest'
import { create, update } from '../../../shared/table/table.ts'
import { type Batching, batching, faultsIn } from '../../../test/batching.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { Documents } from '../../documents/records.ts'
import { DossierAccesses, Dossiers } from '../../dossiers/records.ts'
import { type ApprovalRule, PortalSettingsOf } from '../../portal/records.ts'
import { BatchParts, partsOf } from './records.ts'
import { showBatch } from './show-batch.ts'

const counts = (it: Batching) => showBatch(it.batch(), it.entries(), 'en').counts
const reasons = (it: Batching) => it.entries().map(({ state, reason }) => (state === 'sent' ? 'sent' : reason))
const ended = (it: Batching) => it.events().filter(({ type }) => type === 'sending-batch-ended')

test('P-09: a batch goes in transfers of at most forty, and ends as done when every document is archived, told once', async () => {
  const it = batching(95)
  expect(await it.execute()).toEqual({ outcome: 'done' })
  expect(counts(it)).toEqual({ documents: 95, waiting: 0, sending: 0, sent: 95, refused: 0, failed: 0 })
  expect(it.transfers().map(({ documents, batchId }) => [documents.length, batchId])).toEqual(
    expect.arrayContaining([40, 40, 15].map((documents) => [documents, it.batch().batchId])),
  )
  expect(it.transfers()).toHaveLength(3)
  expect(new Set(it.documents().map(({ state }) => state))).toEqual(new Set(['archived']))
  expect(ended(it).map(({ data }) => data)).toMatchObject([{ sent: 95, failed: 0 }])
  expect(faultsIn(it)).toEqual([])
})

test('P-09: what may not be sent is told with its reason, and holds up no other', async () => {
  const states = ['received', 'in-process', 'to-approve', 'approved', 'rejected', 'archived'] as const
  const it = batching(8, { different: (at) => ({ state: states[at - 1] ?? 'replaced', confidential: at === 8 }) })
  await it.execute()
  expect(reasons(it)).toEqual([
    'sent',
    'sent',
    'document-in-approval',
    'sent',
    'document-rejected',
    'already-sent',
    'document-replaced',
    // Whom it is hidden from learns no more than that there is none (D-09).
    'not-found',
  ])
  expect(it.batch()).toMatchObject({ state: 'failed-in-part' })
  expect(ended(it).map(({ data }) => data)).toMatchObject([{ sent: 3, failed: 5 }])
})

test('P-09: of a document that does not exist nothing is told but that', async () => {
  const it = batching(1)
  const [part] = partsOf(it.batch(), [...it.ids, idOf(999_999)])
  if (part === undefined) throw new Error('There is no part.')
  const { found } = await it.table.load({
    found: { record: BatchParts, key: BatchParts.key(part), required: false },
  })
  await it.write(update(BatchParts, found as never, { entries: part.entries }))
  await it.execute()
  expect(reasons(it)).toEqual(['sent', 'not-found'])
})

test('P-09: each document is decided on when its turn comes, for whoever asked: a right that ended sends nothing more', async () => {
  const it = batching(200)
  const person = personOf('Full Access of the dossier')
  let sends = 0
  await it.execute(1, {
    after: async (task) => {
      if (task !== 'send' || ++sends !== 1) return
      const { access } = await it.table.load({
        access: {
          record: DossierAccesses,
          key: DossierAccesses.key({ dossierId: dossier.dossierId, personId: person.personId }),
          required: false,
        },
      })
      await it.write(update(DossierAccesses, access as never, { until: NOW }))
    },
  })
  const { sent, refused } = counts(it)
  expect(sent + refused).toBe(200)
  expect(refused).toBeGreaterThanOrEqual(80)
  expect(new Set(reasons(it))).toEqual(new Set(['sent', 'not-found']))
  expect(faultsIn(it)).toEqual([])
})

test('P-04: of Document Delivery only what they put in themself is sent', async () => {
  const full = personOf('Full Access of the dossier').personId
  const it = batching(3, {
    as: 'Document Delivery of the dossier',
    different: (at) => (at === 2 ? { createdBy: full } : {}),
  })
  await it.execute()
  expect(reasons(it)).toEqual(['sent', 'not-found', 'sent'])
})

const rule: ApprovalRule = { ruleId: idOf(810), name: 'Achats', kinds: ['purchase'], approverIds: [], mode: 'any' }
const settings = {
  dossierId: dossier.dossierId,
  transmission: 'off',
  rulesVersion: 1,
  rules: [rule],
  changedAt: NOW,
  changedBy: dossier.createdBy,
} as const

test('P-07: what a rule covers is refused until it is approved; resumed after that, it is sent', async () => {
  const it = batching(2, {
    different: (at) => ({ kind: at === 1 ? 'purchase' : 'sale' }),
    there: [create(PortalSettingsOf, settings)],
  })
  await it.execute()
  expect(reasons(it)).toEqual(['approval-needed', 'sent'])
  const [covered] = it.documents()
  await it.write(update(Documents, covered as never, { state: 'approved' }))
  await it.execute(await it.resume())
  expect(reasons(it)).toEqual(['sent', 'sent'])
  expect(it.batch()).toMatchObject({ state: 'done', attempt: 2 })
  expect(it.archived()).toHaveLength(2)
})

test.each([
  ['approved', [2, 5, 8]],
  ['ready', [1, 2, 4, 5, 7, 8, 10, 11]],
] as const)(
  'P-09: a batch of all that is %s takes what whoever asked may send at that moment',
  async (scope, places) => {
    const it = batching(12, {
      scope,
      different: (at) => ({
        state: at % 3 === 2 && at < 11 ? 'approved' : at % 3 === 0 ? 'to-approve' : 'received',
        confidential: at === 12,
      }),
    })
    await it.execute()
    expect(it.entries().map(({ documentId }) => documentId)).toEqual(places.map((at) => it.ids[at - 1]))
    expect(it.batch()).toMatchObject({ state: 'done', documents: places.length, leavesMore: false })
  },
)

test('P-09: where there is nothing to send, the batch is done', async () => {
  const it = batching(3, { scope: 'approved' })
  expect(await it.execute()).toEqual({ outcome: 'done' })
  expect(showBatch(it.batch(), it.entries(), 'fr')).toMatchObject({ percent: 100, notSent: [] })
})

test('P-09: more than a thousand are taken a thousand at a time, and the batch says that there are more', async () => {
  const it = batching(1003, { scope: 'ready' })
  await it.execute()
  expect(it.batch()).toMatchObject({ state: 'done', documents: 1000, leavesMore: true })
  expect(counts(it).sent).toBe(1000)
  expect(faultsIn(it)).toEqual([])
}, 60_000)

test('P-09: what failed on the way is told with its reason; resumed, its transfer is, and each is archived once', async () => {
  const it = batching(45)
  const bad = new Set([3, 4, 41].map((at) => it.ids[at - 1]))
  it.archive.copy = async (from, to) => {
    if ([...bad].some((id) => to.key.includes(id ?? ''))) throw new Error('The store is busy for good.')
    return it.store.archive.copy(from, to)
  }
  await it.execute()
  expect(counts(it)).toMatchObject({ sent: 42, failed: 3 })
  expect(showBatch(it.batch(), it.entries(), 'fr').notSent).toEqual([
    {
      state: 'failed',
      reason: { code: 'not-copied', text: "Le fichier n'a pas pu être copié dans l'archive." },
      documentIds: [...bad],
    },
  ])
  it.archive.copy = it.store.archive.copy
  await it.execute(await it.resume())
  expect(it.batch()).toMatchObject({ state: 'done' })
  expect(it.transfers().map(({ attempt }) => attempt)).toEqual([2, 2])
  expect(it.archived()).toHaveLength(45)
  expect(faultsIn(it)).toEqual([])
})

test('P-09: resumed by somebody who may not send them, nothing is sent; resumed by somebody who may, the rest is', async () => {
  const it = batching(2)
  it.archive.copy = () => Promise.reject(new Error('The store is busy for good.'))
  await it.execute()
  it.archive.copy = it.store.archive.copy
  await it.execute(await it.resume(personOf('stranger').personId))
  expect(reasons(it)).toEqual(['not-found', 'not-found'])
  await it.execute(await it.resume())
  expect(reasons(it)).toEqual(['sent', 'sent'])
})

test('P-09: two batches of the same documents archive each once', async () => {
  const it = batching(60)
  await Promise.all([it.execute(), it.execute()])
  expect(it.archived()).toHaveLength(60)
  expect(ended(it)).toHaveLength(1)
  expect(faultsIn(it)).toEqual([])
})

test('P-09: in a dossier that is closed before its turn, nothing is sent', async () => {
  const it = batching(2)
  const { found } = await it.table.load({ found: { record: Dossiers, key: Dossiers.key(dossier), required: false } })
  await it.write(update(Dossiers, found as never, { state: 'closed' }))
  await it.execute()
  expect(reasons(it)).toEqual(['not-allowed', 'not-allowed'])
})
