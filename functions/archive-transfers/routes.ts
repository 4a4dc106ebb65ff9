import * as z from 'zod/mini'
import { route } from '../../shared/contract/route.ts'
import { cursor, id, limit, nothing, pageOf, time } from '../../shared/contract/schemas.ts'
import { document } from '../documents/resource.ts'
import { ProcessingView, TypedDownloadView } from '../documents/routes.ts'
import { dossier } from '../dossiers/resource.ts'
import { batchReasonNames } from './batches/reasons.ts'
import { batchStates, MOST_IN_A_BATCH } from './batches/records.ts'
import { failureReasonNames } from './failure-reasons.ts'
import { MOST_DOCUMENTS } from './records.ts'
import { archiveEntry, sendingBatch, transfer } from './resource.ts'

const state = z.enum(['sending', 'sent', 'failed'])

const TransferSummary = z.object({
  dossierId: id,
  transferId: id,
  state,
  attempt: z.int(),
  askedBy: id,
  askedAt: time,
  /** Sent without a person, in the name of whoever put its documents in (P-08). */
  automatic: z._default(z.boolean(), false),
  /** The batch that it is a part of. */
  batchId: z._default(z.nullable(id), null),
  endedAt: z.nullable(time),
})

export const TransferView = z.extend(TransferSummary, {
  /** How much of it is verified in the archive, in whole percent of its documents. */
  percent: z.int(),
  documents: z.array(
    z.object({
      documentId: id,
      versionId: id,
      /** `null` where the document is confidential and one may not read it. */
      name: z.nullable(z.string()),
      length: z.int(),
      sha256: z.string(),
      state,
      reason: z.nullable(z.object({ code: z.enum(failureReasonNames), text: z.string() })),
    }),
  ),
})

const BatchSummary = z.object({
  dossierId: id,
  batchId: id,
  /** Those that were named, or all that were approved, or that could be sent, when it began. */
  scope: z.enum(['named', 'approved', 'ready']),
  state: z.enum(batchStates),
  attempt: z.int(),
  /** How many documents it has: of those that were not named, known once it runs. */
  documents: z.int(),
  /** There were more than one batch takes; another one sends them. */
  leavesMore: z.boolean(),
  askedBy: id,
  askedAt: time,
  endedAt: z.nullable(time),
})

export const BatchView = z.extend(BatchSummary, {
  /** How many of its documents are sent, refused or failed, in whole percent. */
  percent: z.int(),
  counts: z.object({
    documents: z.int(),
    waiting: z.int(),
    sending: z.int(),
    sent: z.int(),
    refused: z.int(),
    failed: z.int(),
  }),
  /** By reason: `refused` by the rules or by its state, `failed` on the way. */
  notSent: z.array(
    z.object({
      state: z.enum(['refused', 'failed']),
      reason: z.object({ code: z.enum(batchReasonNames), text: z.string() }),
      documentIds: z.array(id),
    }),
  ),
})

const named = z.array(id).check(
  z.minLength(1),
  z.refine((ids) => new Set(ids).size === ids.length, { error: 'A document is named once.' }),
)

export const ArchiveEntryView = z.object({
  dossierId: id,
  entryId: id,
  documentId: id,
  versionId: id,
  transferId: id,
  name: z.string(),
  contentType: z.string(),
  length: z.int(),
  sha256: z.string(),
  /** What it is for the books, as it was known when it was sent. */
  ...ProcessingView,
  /** As its document was when it was sent; it keeps that mark. */
  confidential: z._default(z.boolean(), false),
  sentBy: id,
  archivedAt: time,
  /** Until then its bytes cannot be changed or deleted by anybody; after it nothing is deleted by itself (P-10). */
  retainedUntil: time,
})

const someOrAll = {
  en: 'Name the documents, or say which all: one of the two.',
  fr: 'Nommez les documents, ou dites lesquels tous : l’un des deux.',
}

export const routes = {
  sendDocuments: route('POST /v1/dossiers/{dossierId}/transfers', {
    summary: 'Send documents to the digital archive',
    description: 'All of them, or none when one may not be sent. A document is sent once it is verified there.',
    action: 'document.send',
    on: dossier,
    each: { field: 'documentIds', param: 'documentId', on: document, alone: true },
    input: z.strictObject({
      documentIds: named.check(z.maxLength(MOST_DOCUMENTS)),
    }),
    output: TransferView,
    status: 202,
    reveals: true,
    problems: [
      'upload-not-complete',
      'approval-needed',
      'document-in-approval',
      'document-rejected',
      'document-replaced',
      'document-in-transfer',
      'already-sent',
      'conflict',
    ],
    uses: { table: 'write' },
    repeatable: true,
  }),
  listTransfers: route('GET /v1/dossiers/{dossierId}/transfers', {
    summary: 'List the sendings that one may see, newest first',
    action: 'transfer.list',
    on: dossier,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(TransferSummary),
    uses: { table: 'read' },
  }),
  readTransfer: route('GET /v1/dossiers/{dossierId}/transfers/{transferId}', {
    summary: 'Read a sending and what became of each document',
    action: 'transfer.read',
    on: transfer,
    input: nothing,
    output: TransferView,
    reveals: true,
    uses: { table: 'read' },
  }),
  resumeTransfer: route('POST /v1/dossiers/{dossierId}/transfers/{transferId}/resume', {
    summary: 'Try again to send what failed',
    action: 'transfer.resume',
    on: transfer,
    input: nothing,
    output: TransferView,
    status: 202,
    reveals: true,
    problems: ['transfer-not-failed', 'conflict'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  sendBatch: route('POST /v1/dossiers/{dossierId}/sending-batches', {
    summary: 'Send up to 1,000 documents to the digital archive',
    description:
      'Each document is decided on when its turn comes; one that may not be sent is told with its reason and holds up no other.',
    action: 'document.send',
    on: dossier,
    // Whether one may send anything at all here: of those who send only their own, as if it were theirs.
    measure: async ({ actor }) => ({ document: { createdBy: actor.personId } }),
    input: z
      .strictObject({
        documentIds: z.optional(named.check(z.maxLength(MOST_IN_A_BATCH))),
        /** Whatever is approved; or also what no approval rule covers. */
        all: z.optional(z.enum(['approved', 'ready'])),
      })
      .check(
        z.refine(({ documentIds, all }) => (documentIds === undefined) !== (all === undefined), {
          error: someOrAll.en,
          params: someOrAll,
        }),
      ),
    output: BatchView,
    status: 202,
    problems: ['conflict'],
    uses: { table: 'write' },
  }),
  listSendingBatches: route('GET /v1/dossiers/{dossierId}/sending-batches', {
    summary: 'List the batches of sendings that one may see, newest first',
    action: 'transfer.list',
    on: dossier,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(BatchSummary),
    uses: { table: 'read' },
  }),
  readSendingBatch: route('GET /v1/dossiers/{dossierId}/sending-batches/{batchId}', {
    summary: 'See how far a batch of sendings is, and what was not sent and why',
    action: 'transfer.read',
    on: sendingBatch,
    input: nothing,
    output: BatchView,
    uses: { table: 'read' },
  }),
  resumeSendingBatch: route('POST /v1/dossiers/{dossierId}/sending-batches/{batchId}/resume', {
    summary: 'Try again to send what a batch did not; what was sent stays sent',
    action: 'transfer.resume',
    on: sendingBatch,
    input: nothing,
    output: BatchView,
    status: 202,
    problems: ['sending-batch-not-failed', 'conflict'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  listArchive: route('GET /v1/dossiers/{dossierId}/archive', {
    summary: 'List what is in the digital archive of a dossier, newest first',
    action: 'archive.read',
    on: dossier,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(ArchiveEntryView),
    reveals: true,
    uses: { table: 'read' },
  }),
  readArchiveEntry: route('GET /v1/dossiers/{dossierId}/archive/{entryId}', {
    summary: 'Read what the archive knows of a file',
    action: 'archive.read',
    on: archiveEntry,
    input: nothing,
    output: ArchiveEntryView,
    reveals: true,
    uses: { table: 'read' },
  }),
  downloadArchiveEntry: route('GET /v1/dossiers/{dossierId}/archive/{entryId}/download', {
    summary: 'Get a short-lived address of an archived file, with its length and SHA-256',
    action: 'archive.read',
    on: archiveEntry,
    input: nothing,
    output: TypedDownloadView,
    reveals: true,
    uses: { table: 'read', archive: ['get'] },
  }),
}
