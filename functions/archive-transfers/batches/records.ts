import { indexed, record, within } from '../../../shared/table/record.ts'
import { MOST_DOCUMENTS } from '../records.ts'
import type { BatchReason } from './reasons.ts'

export const MOST_IN_A_BATCH = 1000

export const batchStates = ['asked', 'running', 'done', 'failed-in-part'] as const
export type BatchState = (typeof batchStates)[number]

/** Many documents that are to be sent in as many transfers as it takes (P-09). */
export type SendingBatch = {
  readonly dossierId: string
  readonly batchId: string
  /** Those that were named; or all that are approved, or that may be sent, when the batch begins. */
  readonly scope: 'named' | 'approved' | 'ready'
  readonly askedBy: string
  readonly askedAt: string
  /** Who asked for its latest attempt: each document is decided on for them. */
  readonly by: string
  readonly state: BatchState
  /** Counts the executions begun for it; an older one has no say any more. */
  readonly attempt: number
  readonly attemptAt: string
  /** How many documents it has; 0 until all are known. */
  readonly documents: number
  readonly isPlanned: boolean
  /** There were more than one batch takes: they are sent by another. */
  readonly leavesMore: boolean
  readonly endedAt: string | null
}

export const isAtWork = ({ state }: Pick<SendingBatch, 'state'>): boolean => state === 'asked' || state === 'running'

export const SendingBatches = record<SendingBatch>()({
  name: 'sending-batch',
  holds: 'Many documents that somebody sends to the archive in one act: how far that is, and how it ended.',
  key: ({ dossierId, batchId }: { dossierId: string; batchId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `SENDING-BATCH#${batchId}`,
  }),
  by: {
    ofDossier: within<{ dossierId: string }>(
      'The batches of a dossier',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'SENDING-BATCH#',
    ),
    atWork: indexed<SendingBatch, { state?: BatchState }>(
      'gsi1',
      'The batches at work, by when their latest attempt was asked for',
      ({ state = 'running' }) => (isAtWork({ state }) ? 'SENDING-BATCHES-AT-WORK' : undefined),
      ({ attemptAt, batchId }) => `${attemptAt}#${batchId}`,
    ),
    ofAsker: indexed<SendingBatch, { dossierId: string; askedBy: string }>(
      'gsi2',
      'The batches that one person asked for in a dossier',
      ({ dossierId, askedBy }) => `DOSSIER#${dossierId}#BATCHES-OF#${askedBy}`,
      ({ batchId }) => batchId,
    ),
  },
})

export const entryStates = ['waiting', 'sending', 'sent', 'refused', 'failed'] as const

/** What becomes of one document of a batch. */
export type BatchEntry = {
  readonly documentId: string
  readonly state: (typeof entryStates)[number]
  /** Of one that was refused or failed. */
  readonly reason?: BatchReason
  /** The transfer that takes or took it along. */
  readonly transferId?: string
  /** The attempt that it was settled in: what was not sent in an earlier one is still to do. */
  readonly attempt?: number
}

/** As many documents of a batch as one transfer takes. */
export type BatchPart = {
  readonly dossierId: string
  readonly batchId: string
  /** From 0. */
  readonly part: number
  readonly entries: readonly BatchEntry[]
}

export const BatchParts = record<BatchPart>()({
  name: 'sending-batch-part',
  holds: 'Up to 40 documents of a batch, with what becomes of each; each part goes its own way.',
  key: ({ batchId, part }: { batchId: string; part: number }) => ({
    pk: `SENDING-BATCH#${batchId}`,
    sk: `PART#${String(part).padStart(3, '0')}`,
  }),
  by: {},
})

/** Documents in parts, none of which has been sent. */
export const partsOf = (
  { dossierId, batchId }: Pick<SendingBatch, 'dossierId' | 'batchId'>,
  documentIds: readonly string[],
): readonly BatchPart[] =>
  Array.from({ length: Math.ceil(documentIds.length / MOST_DOCUMENTS) }, (_, part) => ({
    dossierId,
    batchId,
    part,
    entries: documentIds
      .slice(part * MOST_DOCUMENTS, (part + 1) * MOST_DOCUMENTS)
      .map((documentId) => ({ documentId, state: 'waiting' as const })),
  }))

/** How many parts a batch has. */
export const partCount = ({ documents }: Pick<SendingBatch, 'documents'>): number =>
  Math.ceil(documents / MOST_DOCUMENTS)
