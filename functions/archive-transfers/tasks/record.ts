import { event } from '../../../shared/events.ts'
import { create, perhaps } from '../../../shared/table/table.ts'
import {
  type Document,
  Documents,
  DocumentVersions,
  moveDocument,
  type ProcessingFacts,
} from '../../documents/records.ts'
import { type JobTools, TryAgain } from '../../kernel/job.ts'
import { ArchiveEntries, Transfers } from '../records.ts'
import type { Copied } from './copy.ts'
import type { OfDocument } from './task-input.ts'

export type Recorded = { readonly outcome: 'recorded' | 'too late' }

/**
 * Says that a verified document is sent: its archive entry, with what it is for the books, and its state change together
 * or not at all, once, whichever attempt comes first; and it is told (P-10). What has meanwhile been called failed stays
 * so until it is resumed.
 */
export const record = async (
  input: OfDocument & Pick<Copied, 'archiveVersionId'>,
  tools: JobTools,
): Promise<Recorded> => {
  const { dossierId, transferId, documentId, versionId, archiveVersionId } = input
  const { entry, document, version, transfer } = await tools.read({
    entry: perhaps(ArchiveEntries, { dossierId, entryId: versionId }),
    document: perhaps(Documents, { dossierId, documentId }),
    version: perhaps(DocumentVersions, { documentId, versionId }),
    transfer: perhaps(Transfers, { dossierId, transferId }),
  })
  if (entry !== undefined) return { outcome: 'recorded' }
  if (document?.state !== 'sending' || document.transferId !== transferId) return { outcome: 'too late' }
  if (version === undefined || transfer === undefined) return { outcome: 'too late' }

  const { name, contentType, detectedType, length, sha256, storedKey } = version
  const committed = await tools.act({
    action: 'document.send',
    dossierId,
    writes: [
      create(ArchiveEntries, {
        dossierId,
        entryId: versionId,
        documentId,
        versionId,
        transferId,
        name,
        contentType,
        ...(detectedType !== undefined && { detectedType }),
        length,
        sha256,
        ...(storedKey !== undefined && { storedKey }),
        storedVersionId: archiveVersionId,
        ...factsOf(document),
        ...(document.confidential === true && { confidential: true }),
        sentBy: transfer.askedBy,
        archivedAt: tools.now,
      }),
      moveDocument(document, 'sent'),
    ],
    events: [event('document-archived', { dossierId, documentId, entryId: versionId, transferId })],
  })
  if (committed === 'conflict') throw new TryAgain('The document changed while it was being recorded.')
  return { outcome: 'recorded' }
}

/** What whoever processed it said it is; what is unset has not been said. */
const factsOf = ({ kind, partyId, number, date, amount }: Document): ProcessingFacts => ({
  ...(kind !== undefined && { kind }),
  ...(partyId !== undefined && { partyId }),
  ...(number !== undefined && { number }),
  ...(date !== undefined && { date }),
  ...(amount !== undefined && { amount }),
})
