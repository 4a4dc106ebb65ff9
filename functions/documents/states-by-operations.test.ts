/**
 * P-06 by the operations that people and the sending have: whatever is done in whatever order, and at once, a document
 * goes along the declared moves alone, is in one state at every moment, and every change of it is in the audit trail.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AuditEntry } from '../../shared/audit.ts'
import { People } from '../../shared/people.ts'
import { create } from '../../shared/table/table.ts'
import { newId } from '../../test/ask.ts'
import { memoryStore } from '../../test/memory-store.ts'
import { memoryTable } from '../../test/memory-table.ts'
import { accessOf, dossier, sha256Of } from '../../test/one-dossier.ts'
import { openApi } from '../../test/whole-api.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import type { Transfer } from '../archive-transfers/records.ts'
import { finish } from '../archive-transfers/tasks/finish.ts'
import { record } from '../archive-transfers/tasks/record.ts'
import { recordFailure } from '../archive-transfers/tasks/record-failure.ts'
import { DossierAccesses, Dossiers } from '../dossiers/records.ts'
import { jobTools, TryAgain } from '../kernel/job.ts'
import { PortalSettingsOf } from '../portal/records.ts'
import { type AwaitedApproval, type Document, type DocumentVersion, fileKey } from './records.ts'
import { type DocumentState, mayMove } from './states.ts'

const { dossierId } = dossier
const author = personOf('Full Access of the dossier')
const approver = personOf('Administrator of the dossier')
const bytes = Buffer.from('Facture 2026-118')
const file = { name: 'facture.pdf', length: bytes.length, sha256: sha256Of(bytes) }

/** A dossier in which purchases are approved, everything by its operations from there on. */
const settled = () => {
  const [table, store] = [memoryTable(), memoryStore()]
  table.put(
    ...[author, approver].map((person) => create(People, person)),
    create(Dossiers, dossier),
    ...(['Full Access of the dossier', 'Administrator of the dossier'] as const).map((one) =>
      create(DossierAccesses, accessOf(one)),
    ),
    create(PortalSettingsOf, {
      dossierId,
      transmission: 'off',
      rulesVersion: 1,
      rules: [
        { ruleId: idOf(821), name: 'Achats', kinds: ['purchase'], approverIds: [approver.personId], mode: 'all' },
      ],
      changedAt: NOW,
      changedBy: author.personId,
    }),
  )
  const api = openApi(table, store)
  const held = <T>(name: string): T[] =>
    table.everything().filter(({ recordName }) => recordName === name) as object[] as T[]
  const tools = () =>
    jobTools(
      { table, files: store.files, newId, clock: api.now, publicUrl: '', inboundDomain: '' } as never,
      'test',
      '',
    )
  return { api, store, held, tools }
}
type World = ReturnType<typeof settled>

const post = (world: World, path: string, params: object, input: object = {}, as = author) =>
  world.api.ask(path, { as: as.personId, params: { dossierId, ...params }, input })
const ofDocument = '/v1/dossiers/{dossierId}/documents/{documentId}'

/** A task of the sending, for the transfer that a document is in; what met something newer is run again by its workflow. */
const task = async (world: World, { documentId, transferId }: Document, run: 'record' | 'fail' | 'finish') => {
  const transfer = world.held<Transfer>('transfer').find((one) => one.transferId === transferId)
  const part = transfer?.documents.find((one) => one.documentId === documentId)
  if (transfer === undefined || part === undefined) return
  const of = { dossierId, transferId: transfer.transferId, attempt: transfer.attempt }
  const one = { ...of, documentId, versionId: part.versionId }
  const running =
    run === 'record'
      ? record({ ...one, archiveVersionId: 'archived' }, world.tools())
      : run === 'fail'
        ? recordFailure({ ...one, reason: 'source-differs' }, world.tools())
        : finish(of, world.tools())
  await running.catch((error: unknown) => {
    if (!(error instanceof TryAgain)) throw error
  })
}

const deeds = {
  import: (world) => post(world, 'POST /v1/dossiers/{dossierId}/documents', {}, file),
  'add a version': (world, { documentId }) => post(world, `POST ${ofDocument}/versions`, { documentId }, file),
  complete: async (world, { documentId }) => {
    const versions = world.held<DocumentVersion>('document-version').filter((one) => one.documentId === documentId)
    const last = versions.at(-1)
    if (last === undefined) return
    world.store.put({ bucket: 'documents', key: fileKey(last) }, bytes)
    await post(world, `POST ${ofDocument}/complete`, { documentId }, { versionId: last.versionId })
  },
  'restore a version': (world, { documentId, currentVersionId }) =>
    post(world, `POST ${ofDocument}/versions/{versionId}/restoration`, {
      documentId,
      versionId: currentVersionId ?? '',
    }),
  'process as a purchase': (world, { documentId }) =>
    post(world, `PUT ${ofDocument}/processing`, { documentId }, { kind: 'purchase' }),
  'process as a sale': (world, { documentId }) =>
    post(world, `PUT ${ofDocument}/processing`, { documentId }, { kind: 'sale' }),
  submit: (world, { documentId }) => post(world, `POST ${ofDocument}/submission`, { documentId }),
  withdraw: (world, { documentId }) => post(world, `DELETE ${ofDocument}/submission`, { documentId }),
  approve: (world, document) => answer(world, document, { verdict: 'approved' }),
  reject: (world, document) => answer(world, document, { verdict: 'rejected', reason: 'Montant faux.' }),
  send: (world, { documentId }) =>
    post(world, 'POST /v1/dossiers/{dossierId}/transfers', {}, { documentIds: [documentId] }),
  record: (world, document) => task(world, document, 'record'),
  fail: (world, document) => task(world, document, 'fail'),
  finish: (world, document) => task(world, document, 'finish'),
  resume: (world, { transferId }) =>
    post(world, 'POST /v1/dossiers/{dossierId}/transfers/{transferId}/resume', { transferId: transferId ?? '' }),
} satisfies Record<string, (world: World, document: Document) => Promise<unknown>>
type Deed = keyof typeof deeds

const answer = (world: World, { documentId, approval, ...document }: Document, verdict: object) =>
  post(
    world,
    `POST ${ofDocument}/approval`,
    { documentId },
    { ...verdict, approvalId: approval?.approvalId ?? newId(), version: (document as { version?: number }).version },
    approver,
  )

/** Every state that a document was in, in order, as the audit trail tells it. */
const told = (world: World, documentId: string): readonly DocumentState[] =>
  world
    .held<AuditEntry>('audit-entry')
    .flatMap(({ changes }) => changes)
    .filter(({ record: name, after }) => name === 'document' && (after as Document).documentId === documentId)
    .map(({ before, after }) => ({
      from: (before as { version?: number } | null)?.version ?? 0,
      after: after as Document,
    }))
    .toSorted((one, other) => one.from - other.from)
    .map(({ after }) => after.state)

const oneDeed = fc.record({ does: fc.constantFrom(...(Object.keys(deeds) as Deed[])), which: fc.nat(1) })
/** Now and then what people mean to do, one after the other, among whatever else is done. */
const ways: readonly (readonly Deed[])[] = [
  ['complete', 'process as a purchase', 'submit', 'reject'],
  ['complete', 'process as a purchase', 'submit', 'approve', 'send', 'record', 'finish'],
  ['process as a sale', 'submit', 'send', 'fail', 'finish', 'resume', 'record', 'finish'],
]
const turns = fc
  .array(
    fc.oneof(
      fc.array(oneDeed, { minLength: 1, maxLength: 3 }).map((atOnce) => [atOnce]),
      fc.constantFrom(...ways).map((way) => way.map((does) => [{ does, which: 0 }])),
    ),
    { maxLength: 12 },
  )
  .map((some) => some.flat())

test('P-06, B-07: whatever is done, in whatever order and at once, no document leaves its graph or changes unseen', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(turns, async (wanted) => {
      const world = settled()
      await deeds.import(world)
      for (const atOnce of wanted) {
        const documents = world.held<Document>('document')
        await Promise.all(
          atOnce.map(({ does, which }) => deeds[does](world, documents[which % documents.length] as Document)),
        )
      }
      for (const document of world.held<Document & { version: number }>('document')) {
        const states = told(world, document.documentId)
        // One entry for each change, from the first to the last.
        expect(states).toHaveLength(document.version)
        expect(states[0]).toBe('awaiting-upload')
        expect(states.at(-1)).toBe(document.state)
        for (const [at, state] of states.entries()) {
          const before = states[at - 1]
          if (before !== undefined && before !== state)
            expect(mayMove(before, state), `${before} → ${state}`).toBe(true)
          seen.add(state)
        }
        const awaited = world
          .held<AwaitedApproval>('awaited-approval')
          .filter(({ documentId }) => documentId === document.documentId)
        expect(awaited.map(({ personId }) => personId).sort()).toEqual([...(document.approvers ?? [])].sort())
        expect((document.approvers ?? []).length > 0).toBe(document.state === 'to-approve')
        if (document.state === 'sent' || document.state === 'archived')
          expect(world.held<{ entryId: string }>('archive-entry').map(({ entryId }) => entryId)).toContain(
            document.currentVersionId,
          )
      }
    }),
    { numRuns: 100 },
  )
  // Nothing of this test is asked for in vain: all but what only a scan or other pages bring was reached.
  expect([...seen].sort()).toEqual([
    'approved',
    'archived',
    'awaiting-upload',
    'failed',
    'in-process',
    'received',
    'rejected',
    'sending',
    'sent',
    'to-approve',
  ])
}, 120_000)
