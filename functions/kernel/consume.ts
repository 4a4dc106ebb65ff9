/** A consumer of events, from its queue: each event's work is done once, whatever is delivered again. */
import middy from '@middy/core'
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { type EventType, type OutboxEntry, Receipts } from '../../shared/events.ts'
import { create, perhaps, update } from '../../shared/table/table.ts'
import { type JobTools, jobTools } from './job.ts'
import type { Outside } from './line.ts'
import { describe, logger } from './observe.ts'
import { outsideWith } from './outside.ts'

export type Consumed<T extends EventType> = Extract<OutboxEntry, { type: T }>
type Consumers<T extends EventType> = { readonly [E in T]: (event: Consumed<E>, tools: JobTools) => Promise<void> }

/** How long one delivery may be at work before another takes over; longer than any consumer's timeout. */
const LEASE_SECONDS = 120

/** Binds a consumer by name; what it throws is delivered again, and ends with the dead letters. */
export const consume = <T extends EventType>(
  name: string,
  consumers: Consumers<T>,
  { world = outsideWith() }: { world?: () => Outside } = {},
): ((event: SQSEvent) => Promise<SQSBatchResponse>) => {
  const one = async (record: SQSRecord): Promise<void> => {
    const event = JSON.parse(record.body) as OutboxEntry
    const consumer = (consumers as Partial<Record<EventType, (event: OutboxEntry, tools: JobTools) => Promise<void>>>)[
      event.type
    ]
    if (consumer === undefined) return
    await onlyOnce(world(), name, event, (tools) => consumer(event, tools))
  }
  return middy<SQSEvent, SQSBatchResponse>().handler(async ({ Records }) => {
    const failed: string[] = []
    for (const record of Records) {
      try {
        await one(record)
        logger.info('consumed', { consumer: name, messageId: record.messageId })
      } catch (error) {
        logger.error('not consumed', { consumer: name, messageId: record.messageId, ...describe(error) })
        failed.push(record.messageId)
      }
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
  }) as unknown as (event: SQSEvent) => Promise<SQSBatchResponse>
}

/** Takes the lease of an event's work, does it, and notes that it is done. */
export const onlyOnce = async (
  world: Outside,
  consumer: string,
  { eventId }: OutboxEntry,
  work: (tools: JobTools) => Promise<void>,
): Promise<'done' | 'was done'> => {
  const tools = jobTools(world, consumer, eventId)
  const begun = { eventId, consumer, at: tools.now, state: 'begun' } as const
  const { earlier } = await tools.read({ earlier: perhaps(Receipts, { eventId, consumer }) })
  if (earlier?.state === 'done') return 'was done'
  const leased = earlier !== undefined && Date.parse(tools.now) - Date.parse(earlier.at) < LEASE_SECONDS * 1000
  if (leased) throw new Error('Another delivery of this event is at work.')
  const taken = await world.table.commit([
    earlier === undefined ? create(Receipts, begun) : update(Receipts, earlier, begun),
  ])
  if (taken !== 'done') throw new Error('Another delivery of this event is at work.')
  const mine = { ...begun, version: (earlier?.version ?? 0) + 1 }
  try {
    await work(tools)
  } catch (error) {
    // The lease is given back, so that the next delivery need not wait for its end.
    await world.table.commit([update(Receipts, mine, { at: new Date(0).toISOString() })])
    throw error
  }
  await world.table.commit([update(Receipts, mine, { state: 'done', at: tools.now })])
  return 'done'
}
