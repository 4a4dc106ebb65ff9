import { type DomainEvent, event } from '../../../shared/events.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { update, type Write } from '../../../shared/table/table.ts'
import { type SendingBatch, SendingBatches } from './records.ts'

/** The next attempt of a batch, decided for whoever asks for it: what was sent stays sent, the rest is tried again. */
export const nextAttempt = (
  batch: Stored<SendingBatch>,
  by: string,
  now: string,
): { readonly resumed: SendingBatch; readonly writes: readonly Write[]; readonly events: readonly DomainEvent[] } => {
  const { dossierId, batchId } = batch
  const changes = {
    by,
    state: 'asked',
    attempt: batch.attempt + 1,
    attemptAt: now,
    endedAt: null,
  } as const satisfies Partial<SendingBatch>
  return {
    resumed: { ...batch, ...changes },
    writes: [update(SendingBatches, batch, changes)],
    events: [event('sending-batch-asked', { dossierId, batchId, attempt: changes.attempt })],
  }
}
