import { event } from '../../../shared/events.ts'
import { perhaps, update } from '../../../shared/table/table.ts'
import { moveDocument } from '../../documents/records.ts'
import { type JobTools, TryAgain } from '../../kernel/job.ts'
import { standingsOf } from '../outcome.ts'
import { type TransferDocument, Transfers } from '../records.ts'
import type { OfAttempt } from './task-input.ts'

/**
 * Ends a transfer and tells of it, once: sent when each document is, failed otherwise. What arrived is archived from then
 * on: recorded and told (P-06). What neither arrived nor failed was interrupted, and can be resumed like any other
 * failure. An older attempt ends nothing.
 */
export const finish = async ({ dossierId, transferId, attempt }: OfAttempt, tools: JobTools) => {
  const { transfer } = await tools.read({ transfer: perhaps(Transfers, { dossierId, transferId }) })
  if (transfer === undefined || transfer.attempt !== attempt) return { outcome: 'too late' }
  if (transfer.state !== 'sending') return { outcome: transfer.state }

  const standings = await standingsOf(tools.read, transfer)
  const interrupted = standings.flatMap(({ state, item }) => (state === 'sending' && item !== undefined ? [item] : []))
  // What has a newer version by now, or is in another transfer, is no longer this one's.
  const arrived = standings.flatMap(({ item }) =>
    item?.state === 'sent' && item.transferId === transferId ? [item] : [],
  )
  const documents = standings.map(
    ({ item: _item, ...document }): TransferDocument =>
      document.state === 'sending' ? { ...document, state: 'failed', reason: 'interrupted' } : document,
  )
  const outcome = documents.every(({ state }) => state === 'sent') ? 'sent' : 'failed'
  const committed = await tools.act({
    action: 'document.send',
    dossierId,
    writes: [
      update(Transfers, transfer, { state: outcome, documents, endedAt: tools.now }),
      ...interrupted.map((document) => moveDocument(document, 'failed', { failure: 'interrupted' })),
      ...arrived.map((document) => moveDocument(document, 'archived')),
    ],
    events: [event('transfer-ended', { dossierId, transferId, outcome })],
  })
  if (committed === 'conflict') throw new TryAgain('The transfer or a document changed while it was being ended.')
  return { outcome }
}
