import { event } from '../../../shared/events.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { perhaps, update } from '../../../shared/table/table.ts'
import { type JobTools, TryAgain } from '../../kernel/job.ts'
import { type BulkTransfer, type BulkTransferState, BulkTransfers, type Outcome, Outcomes } from '../records.ts'
import { settle } from '../settle.ts'
import { isCurrent, type OfAttempt } from './attempt.ts'

/** How many dossiers are named as failed in one transaction: each with its audit entry. */
const PAGE = 45

/**
 * Ends a bulk transfer and tells of it, once. What the attempt could not come to was interrupted: it is named as failed,
 * and can be resumed like any other failure. An older attempt ends nothing.
 */
export const finish = async (asked: OfAttempt, tools: JobTools): Promise<object> => {
  const { bulkTransferId } = asked
  for (;;) {
    const { transfer } = await tools.read({ transfer: perhaps(BulkTransfers, { bulkTransferId }) })
    if (!isCurrent(transfer, asked)) return { outcome: 'ended' }
    const left = await interruptedIn(transfer, tools)
    const committed =
      left.length > 0
        ? await tools.act({
            action: 'bulk-transfer.make',
            dossierId: null,
            writes: settle(
              transfer,
              left.map((outcome) => ({ outcome, reason: 'interrupted' })),
              tools.now,
            ),
          })
        : await end(transfer, tools)
    if (committed === 'conflict') throw new TryAgain('The bulk transfer changed while it was being ended.')
  }
}

/** Some of the dossiers that are neither moved nor failed; none where the counts say so. */
const interruptedIn = async (
  { bulkTransferId, counts: { dossiers, moved, failed } }: BulkTransfer,
  { table, read }: JobTools,
): Promise<readonly Stored<Outcome>[]> => {
  if (dossiers === moved + failed) return []
  const { items } = await table.list<Outcome>(
    Outcomes.by.inState,
    { bulkTransferId, state: 'planned' },
    { limit: PAGE },
  )
  // The index lags: what it lists is read again.
  const fresh = await read(
    Object.fromEntries(items.map(({ dossierId }) => [dossierId, perhaps(Outcomes, { bulkTransferId, dossierId })])),
  )
  const left = Object.values(fresh).flatMap((outcome) => (outcome?.state === 'planned' ? [outcome] : []))
  if (left.length === 0) throw new TryAgain('The index does not tell yet what is left.')
  return left
}

const end = (transfer: Stored<BulkTransfer>, { act, now }: JobTools) => {
  const { bulkTransferId, fromId, toId, askedBy, counts } = transfer
  return act({
    action: 'bulk-transfer.make',
    dossierId: null,
    writes: [update(BulkTransfers, transfer, { state: endOf(transfer), activeAt: now, endedAt: now })],
    events: [
      event('bulk-transfer-ended', {
        bulkTransferId,
        from: fromId,
        to: toId,
        by: askedBy,
        moved: counts.moved,
        failed: counts.failed,
      }),
    ],
  })
}

/** Success is said only where every dossier was moved (D-12); where none was, or not even the plan was made, it failed. */
const endOf = ({ isPlanned, counts: { dossiers, moved } }: BulkTransfer): BulkTransferState => {
  if (!isPlanned) return 'failed'
  if (moved === dossiers) return 'done'
  return moved === 0 ? 'failed' : 'done-with-failures'
}
