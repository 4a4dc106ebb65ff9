import { event } from '../../../../shared/events.ts'
import { perhaps, update } from '../../../../shared/table/table.ts'
import { type JobTools, TryAgain } from '../../../kernel/job.ts'
import { isCurrent, type OfBatch, readParts } from '../attempt.ts'
import { countEntries } from '../count-entries.ts'
import { type BatchEntry, BatchParts, type BatchState, SendingBatches } from '../records.ts'

/**
 * Ends a batch and tells of it, once: done when every document was sent, in part otherwise. What the attempt could not
 * come to was interrupted, and can be resumed like any other failure. An older attempt ends nothing (P-09).
 */
export const finish = async (asked: OfBatch, tools: JobTools): Promise<object> => {
  const { dossierId, batchId, attempt } = asked
  const { batch } = await tools.read({ batch: perhaps(SendingBatches, { dossierId, batchId }) })
  if (!isCurrent(batch, asked)) return { outcome: 'ended' }
  const parts = await readParts(batch, tools.read)
  const ended = parts.map((part) => ({ part, entries: part.entries.map((entry) => endOf(entry, attempt)) }))
  const { sent, refused, failed } = countEntries(ended.flatMap(({ entries }) => entries))
  const state: BatchState = batch.isPlanned && refused + failed === 0 ? 'done' : 'failed-in-part'
  const committed = await tools.act({
    action: 'document.send',
    dossierId,
    writes: [
      update(SendingBatches, batch, { state, endedAt: tools.now }),
      ...ended.flatMap(({ part, entries }) =>
        entries.some((entry, at) => entry !== part.entries[at]) ? [update(BatchParts, part, { entries })] : [],
      ),
    ],
    events: [event('sending-batch-ended', { dossierId, batchId, by: batch.by, sent, failed: refused + failed })],
  })
  if (committed === 'conflict') throw new TryAgain('The batch changed while it was being ended.')
  return { outcome: state }
}

const endOf = (entry: BatchEntry, attempt: number): BatchEntry =>
  entry.state === 'waiting' || entry.state === 'sending'
    ? { ...entry, state: 'failed', reason: 'interrupted', attempt }
    : entry
