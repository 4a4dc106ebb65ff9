import { indexed, record, within } from '../../shared/table/record.ts'
import type { FileFacts, ProcessingFacts } from '../documents/records.ts'
import type { FailureReason } from './failure-reasons.ts'

export type TransferState = 'sending' | 'sent' | 'failed'

/** What a transfer takes along, and what became of it. */
export type TransferDocument = FileFacts & {
  readonly documentId: string
  readonly versionId: string
  /** As of the transfer's end; while it is `sending`, the document itself knows. */
  readonly state: TransferState
  readonly reason: FailureReason | null
}

/** How many documents one sending takes: all change state in one transaction. */
export const MOST_DOCUMENTS = 40

/** One sending of documents to the archive (P-09). */
export type Transfer = {
  readonly dossierId: string
  readonly transferId: string
  readonly state: TransferState
  /** Counts the executions begun for it; an older one's failure says nothing any more. */
  readonly attempt: number
  readonly documents: readonly TransferDocument[]
  /** Where it is automatic: who put its documents in, in whose name it is sent. */
  readonly askedBy: string
  readonly askedAt: string
  /** Sent without a person, as its dossier has it (P-08). */
  readonly automatic?: boolean
  /** The batch that it is a part of. */
  readonly batchId?: string
  /** When its latest attempt was asked for. */
  readonly activeAt: string
  readonly endedAt: string | null
}

export const Transfers = record<Transfer>()({
  name: 'transfer',
  holds: 'One sending of documents to the archive: which, by whom, and what became of each.',
  key: ({ dossierId, transferId }: { dossierId: string; transferId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `TRANSFER#${transferId}`,
  }),
  by: {
    ofDossier: within<{ dossierId: string }>(
      'The transfers of a dossier',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'TRANSFER#',
    ),
    atWork: indexed<Transfer, { state?: TransferState }>(
      'gsi1',
      'The transfers at work, oldest activity first',
      ({ state = 'sending' }) => (state === 'sending' ? 'TRANSFERS-AT-WORK' : undefined),
      ({ activeAt, transferId }) => `${activeAt}#${transferId}`,
    ),
    ofAsker: indexed<Transfer, { dossierId: string; askedBy: string }>(
      'gsi2',
      'The transfers that one person asked for in a dossier',
      ({ dossierId, askedBy }) => `DOSSIER#${dossierId}#ASKER#${askedBy}`,
      ({ transferId }) => transferId,
    ),
  },
})

/** A file in the digital archive: verified, and never changed again (P-10). */
export type ArchiveEntry = FileFacts &
  ProcessingFacts & {
    readonly dossierId: string
    /** The id of the document's version: a version is archived once, whatever is repeated. */
    readonly entryId: string
    readonly documentId: string
    readonly versionId: string
    readonly transferId: string
    /** Where its bytes lie, of a version that has those of another. */
    readonly storedKey?: string
    /** The object version that was verified. */
    readonly storedVersionId: string | null
    /** The mark that its document had when it was sent; an entry never changes, so it keeps it (D-09). */
    readonly confidential?: boolean
    readonly sentBy: string
    readonly archivedAt: string
  }

export const ArchiveEntries = record<ArchiveEntry>()({
  name: 'archive-entry',
  holds: 'A file in the digital archive, verified in length and SHA-256.',
  key: ({ dossierId, entryId }: { dossierId: string; entryId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `ARCHIVE#${entryId}`,
  }),
  by: {
    ofDossier: within<{ dossierId: string }>(
      'The archive of a dossier',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'ARCHIVE#',
    ),
  },
})
