import { type DomainEvent, event } from '../../shared/events.ts'
import type { Stored } from '../../shared/table/record.ts'
import { update, type Write } from '../../shared/table/table.ts'
import { moveDocument } from '../documents/records.ts'
import type { Standing } from './outcome.ts'
import { type Transfer, Transfers } from './records.ts'

/** The next attempt of a sending that failed: what was sent stays sent, and what is named of the rest is tried again (P-09). */
export const nextAttempt = (
  transfer: Stored<Transfer>,
  again: readonly Pick<Standing, 'documentId' | 'item'>[],
  now: string,
): { readonly resumed: Transfer; readonly writes: readonly Write[]; readonly events: readonly DomainEvent[] } => {
  const { dossierId, transferId } = transfer
  const isAgain = new Set(again.map(({ documentId }) => documentId))
  const changes = {
    state: 'sending',
    attempt: transfer.attempt + 1,
    documents: transfer.documents.map((one) =>
      isAgain.has(one.documentId) ? ({ ...one, state: 'sending', reason: null } as const) : one,
    ),
    activeAt: now,
    endedAt: null,
  } as const satisfies Partial<Transfer>
  return {
    resumed: { ...transfer, ...changes },
    writes: [
      update(Transfers, transfer, changes),
      ...again.flatMap(({ item }) => (item === undefined ? [] : [moveDocument(item, 'sending', { failure: null })])),
    ],
    events: [event('transfer-asked', { dossierId, transferId, attempt: changes.attempt })],
  }
}
