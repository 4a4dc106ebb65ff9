import { perhaps, require } from '../../../shared/table/table.ts'
import { Documents, moveDocument } from '../../documents/records.ts'
import { type JobTools, TryAgain } from '../../kernel/job.ts'
import type { FailureReason } from '../failure-reasons.ts'
import { Transfers } from '../records.ts'
import type { OfDocument } from './task-input.ts'

/** Says that a document could not be sent, and why; an older attempt has no say any more (P-09). */
export const recordFailure = async (input: OfDocument & { readonly reason: FailureReason }, tools: JobTools) => {
  const { dossierId, transferId, documentId, attempt, reason } = input
  const { transfer, document } = await tools.read({
    transfer: perhaps(Transfers, { dossierId, transferId }),
    document: perhaps(Documents, { dossierId, documentId }),
  })
  const current = transfer !== undefined && transfer.state === 'sending' && transfer.attempt === attempt
  if (!current || document?.state !== 'sending' || document.transferId !== transferId) return { outcome: 'too late' }
  const committed = await tools.act({
    action: 'document.send',
    dossierId,
    writes: [moveDocument(document, 'failed', { failure: reason }), require(Transfers, transfer)],
  })
  if (committed === 'conflict') throw new TryAgain('The transfer or its document changed meanwhile.')
  return { outcome: 'recorded' }
}
