/** Hands events of the outbox to the consumers that asked for them, and notes that it has. */
import { Outbox, type OutboxEntry } from '../../shared/events.ts'
import type { Queues } from '../../shared/ports/queues.ts'
import type { Stored } from '../../shared/table/record.ts'
import { type Table, update } from '../../shared/table/table.ts'
import { consumers } from './consumers.ts'

/**
 * Sends first and notes after: a fall between the two sends again, and consumers work once for each event.
 * Whoever else noted it first was as good.
 */
export const handOn = async (table: Table, queues: Queues, entry: Stored<OutboxEntry>, now: string): Promise<void> => {
  const { version: _version, ...event } = entry
  await Promise.all((consumers[entry.type] ?? []).map((consumer) => queues.send(consumer, event)))
  await table.commit([update(Outbox, entry, { relayedAt: now })])
}

/** How old an event must be before the sweep takes it: the stream is nearly always faster. */
const PATIENCE_SECONDS = 60
const AT_ONCE = 50

/** Hands on what the stream missed: it keeps a day only, and a stack may have stood still for longer. */
export const sweepOutbox = async (table: Table, queues: Queues, now: string): Promise<number> => {
  const { items } = await table.list<OutboxEntry>(Outbox.by.waiting, {}, { limit: AT_ONCE })
  const missed = items.filter(({ at }) => Date.parse(now) - Date.parse(at) > PATIENCE_SECONDS * 1000)
  const ends = await Promise.allSettled(missed.map((entry) => handOn(table, queues, entry, now)))
  const faults = ends.filter((end) => end.status === 'rejected').map(({ reason }) => reason as unknown)
  if (faults.length > 0) throw new AggregateError(faults, 'Some events could not be handed on.')
  return missed.length
}
