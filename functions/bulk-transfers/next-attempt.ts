import { type DomainEvent, event } from '../../shared/events.ts'
import type { Stored } from '../../shared/table/record.ts'
import { update, type Write } from '../../shared/table/table.ts'
import { type BulkTransfer, BulkTransfers } from './records.ts'

/** The next attempt of a bulk transfer: what was moved stays moved, the rest is tried again. */
export const nextAttempt = (
  transfer: Stored<BulkTransfer>,
  now: string,
): { readonly resumed: BulkTransfer; readonly writes: readonly Write[]; readonly events: readonly DomainEvent[] } => {
  const { bulkTransferId } = transfer
  const changes = {
    state: transfer.isPlanned ? 'running' : 'planned',
    attempt: transfer.attempt + 1,
    attemptAt: now,
    activeAt: now,
    endedAt: null,
  } as const satisfies Partial<BulkTransfer>
  return {
    resumed: { ...transfer, ...changes },
    writes: [update(BulkTransfers, transfer, changes)],
    events: [event('bulk-transfer-asked', { bulkTransferId, attempt: changes.attempt })],
  }
}
