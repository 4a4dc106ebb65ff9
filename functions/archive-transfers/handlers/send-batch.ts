import { event } from '../../../shared/events.ts'
import { create } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { BatchParts, partsOf, type SendingBatch, SendingBatches } from '../batches/records.ts'
import { showBatch } from '../batches/show-batch.ts'
import type { routes } from '../routes.ts'

/**
 * Asks for many documents to be sent. Each is decided on by itself when its turn comes: what may not be sent is told with
 * its reason and holds up no other (P-09).
 */
export const sendBatch: Handler<typeof routes.sendBatch> = ({ actor, dossier, input, language, now, newId }) => {
  const { dossierId } = dossier
  const { documentIds = [], all = 'named' } = input
  const batch: SendingBatch = {
    dossierId,
    batchId: newId(),
    scope: all,
    askedBy: actor.personId,
    askedAt: now,
    by: actor.personId,
    state: 'asked',
    attempt: 1,
    attemptAt: now,
    documents: documentIds.length,
    isPlanned: all === 'named',
    leavesMore: false,
    endedAt: null,
  }
  const parts = partsOf(batch, documentIds)
  const { batchId, attempt } = batch
  return {
    view: showBatch(
      batch,
      parts.flatMap(({ entries }) => entries),
      language,
    ),
    version: 1,
    writes: [create(SendingBatches, batch), ...parts.map((part) => create(BatchParts, part))],
    events: [event('sending-batch-asked', { dossierId, batchId, attempt })],
  }
}
