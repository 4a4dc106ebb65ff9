import { event } from '../../../shared/events.ts'
import { problem } from '../../../shared/problems.ts'
import { update } from '../../../shared/table/table.ts'
import { moveDocument } from '../../documents/records.ts'
import type { Handler } from '../../kernel/handler.ts'
import { standingsOf } from '../outcome.ts'
import { type Transfer, Transfers } from '../records.ts'
import type { routes } from '../routes.ts'
import { readableOf, showTransfer } from '../show-transfer.ts'

/** Begins another attempt with what failed; what was sent stays sent (P-09). */
export const resumeTransfer: Handler<typeof routes.resumeTransfer> = async (context) => {
  const { transfer, language, read, now } = context
  if (transfer.state !== 'failed') return problem('transfer-not-failed')
  const standings = await standingsOf(read, transfer)
  const failed = standings.flatMap(({ state, item }) => (state === 'failed' && item !== undefined ? [item] : []))
  const resumed = {
    state: 'sending',
    attempt: transfer.attempt + 1,
    documents: transfer.documents.map((one) =>
      one.state === 'failed' ? ({ ...one, state: 'sending', reason: null } as const) : one,
    ),
    activeAt: now,
    endedAt: null,
  } as const satisfies Partial<Transfer>
  const { dossierId, transferId } = transfer
  const readable = readableOf(context, standings)
  return {
    view: showTransfer({ ...transfer, ...resumed }, resumed.documents, language, readable),
    version: transfer.version + 1,
    revealed: readable.revealed,
    writes: [
      update(Transfers, transfer, resumed),
      ...failed.map((document) => moveDocument(document, 'sending', { failure: null })),
    ],
    events: [event('transfer-asked', { dossierId, transferId, attempt: resumed.attempt })],
  }
}
