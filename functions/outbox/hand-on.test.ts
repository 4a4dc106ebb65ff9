import { expect, test } from 'vitest'
import { event, Outbox, type OutboxEntry } from '../../shared/events.ts'
import { addSeconds } from '../../shared/ports/clock.ts'
import { create, type Write } from '../../shared/table/table.ts'
import { memoryTable } from '../../test/memory-table.ts'
import { idOf } from '../../test/world.ts'
import { consumers } from './consumers.ts'
import { handOn, sweepOutbox } from './hand-on.ts'

const AT = '2026-03-02T09:00:00.000Z'
const invited = (at: string, number: number): OutboxEntry => ({
  ...event('person-invited', { personId: idOf(1), invitedBy: idOf(2), dossierId: null }),
  eventId: idOf(number),
  at,
})

const holding = (...writes: Write[]) => {
  const table = memoryTable()
  table.put(...writes)
  return table
}

const listening = () => {
  const heard: { consumer: string; eventId: string }[] = []
  return {
    heard,
    send: async (consumer: string, message: object) =>
      void heard.push({ consumer, eventId: (message as OutboxEntry).eventId }),
  }
}

test('an event goes to every consumer that named it, and is then no longer waiting', async () => {
  const table = holding(create(Outbox, invited(AT, 10)))
  const queues = listening()
  const { items } = await table.list<OutboxEntry>(Outbox.by.waiting, {}, { limit: 10 })
  for (const entry of items) await handOn(table, queues, entry, AT)

  expect(queues.heard.map(({ consumer }) => consumer).sort()).toEqual([
    'fill-feed',
    'send-mail',
    'start-access-request',
    'sync-directory',
  ])
  expect((await table.list(Outbox.by.waiting, {}, { limit: 10 })).items).toEqual([])
})

test('an event that a queue did not take stays waiting, and the sweep hands it on', async () => {
  const table = holding(create(Outbox, invited(AT, 10)))
  const { items } = await table.list<OutboxEntry>(Outbox.by.waiting, {}, { limit: 10 })
  const broken = { send: () => Promise.reject(new Error('The queue does not answer.')) }
  await expect(handOn(table, broken, items[0] as never, AT)).rejects.toThrow()

  const queues = listening()
  expect(await sweepOutbox(table, queues, addSeconds(AT, 120))).toBe(1)
  expect(queues.heard.map(({ eventId }) => eventId)).toContain(idOf(10))
  expect(await sweepOutbox(table, queues, addSeconds(AT, 240))).toBe(0)
})

test('the sweep leaves to the stream what has only just happened', async () => {
  const table = holding(create(Outbox, invited(AT, 10)))
  expect(await sweepOutbox(table, listening(), addSeconds(AT, 5))).toBe(0)
})

test('one event that cannot be handed on does not hold up those after it', async () => {
  const table = holding(create(Outbox, invited(AT, 10)), create(Outbox, invited(AT, 11)))
  const heard: string[] = []
  const halfBroken = {
    send: async (_consumer: string, message: object) => {
      const { eventId } = message as OutboxEntry
      if (eventId === idOf(10)) throw new Error('This one is refused.')
      heard.push(eventId)
    },
  }
  await expect(sweepOutbox(table, halfBroken, addSeconds(AT, 120))).rejects.toThrow()
  expect(heard).toContain(idOf(11))
})

test('every event of the product has a consumer', () => {
  for (const type of [
    'person-invited',
    'transfer-asked',
    'transfer-ended',
    'access-requested',
    'access-verdict-asked',
    'access-request-ended',
  ] as const)
    expect(consumers[type] ?? [], type).not.toEqual([])
})
