import { create, perhaps } from '../../../shared/table/table.ts'
import { Documents, DocumentVersions, moveDocument } from '../../documents/records.ts'
import { type JobTools, TryAgain } from '../../kernel/job.ts'
import { ArchiveEntries, Transfers } from '../records.ts'
import type { Copied } from './copy.ts'
import type { OfDocument } from './task-input.ts'

export type Recorded = { readonly outcome: 'recorded' | 'too late' }

/**
 * Says that a verified document is sent: its archive entry and its state change together or not at all, once, whichever
 * attempt comes first. What has meanwhile been called failed stays so until it is resumed.
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
        ...(document.confidential === true && { confidential: true }),
        sentBy: transfer.askedBy,
        archivedAt: tools.now,
      }),
      moveDocument(document, 'sent'),
    ],
  })
  if (committed === 'conflict') throw new TryAgain('The document changed while it was being recorded.')
  return { outcome: 'recorded' }
}
