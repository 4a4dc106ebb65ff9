import { expect, test } from 'vitest'
import { Clients } from '../../functions/clients/records.ts'
import { consume } from '../../functions/kernel/consume.ts'
import type { JobTools } from '../../functions/kernel/job.ts'
import { type OutboxEntry, Receipts } from '../../shared/events.ts'
import { addSeconds } from '../../shared/ports/clock.ts'
import { create, perhaps } from '../../shared/table/table.ts'
import { idOf, NOW } from '../world.ts'
import { CLIENT, itemsOf, type Office, openOffice } from './office.ts'

const invited: OutboxEntry = {
  eventId: idOf(71),
  at: NOW,
  type: 'person-invited',
  data: { personId: idOf(1), invitedBy: idOf(2), dossierId: null },
}

type Work = (event: OutboxEntry, tools: JobTools) => Promise<void>

/** A consumer of invitations, and how to deliver to it as its queue does: each message with an id of its own. */
const consumerIn = (office: Office, work: Work, name = 'send-mail') => {
  const handler = consume(name, { 'person-invited': work }, { world: () => office.world })
  return async (...events: readonly (OutboxEntry | string)[]): Promise<readonly string[]> => {
    const Records = events.map((event, at) => ({
      messageId: `message-${at}`,
      body: typeof event === 'string' ? event : JSON.stringify(event),
    }))
    const { batchItemFailures } = await handler({ Records } as never)
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)
  }
}

const receiptOf = async ({ table }: Office, consumer = 'send-mail') =>
  (await table.load({ it: perhaps(Receipts, { eventId: invited.eventId, consumer }) })).it

test('an event delivered again, and again, has its work done once', async () => {
  const office = openOffice()
  let done = 0
  const deliver = consumerIn(office, async () => {
    done += 1
  })
  expect(await deliver(invited)).toEqual([])
  expect(await deliver(invited, invited)).toEqual([])
  expect(done).toBe(1)
  expect(await receiptOf(office)).toMatchObject({ state: 'done' })
})

test('each consumer of one event does its own work', async () => {
  const office = openOffice()
  const did: string[] = []
  await consumerIn(office, async () => void did.push('mail'))(invited)
  await consumerIn(office, async () => void did.push('directory'), 'sync-directory')(invited)
  expect(did).toEqual(['mail', 'directory'])
})

test('two deliveries at the same moment: one does the work, the other goes back to the queue', async () => {
  const office = openOffice()
  let done = 0
  let finish = (): void => {}
  const working = new Promise<void>((resolve) => {
    finish = resolve
  })
  const deliver = consumerIn(office, async () => {
    done += 1
    await working
  })
  const answers = [deliver(invited), deliver(invited)]
  expect(await Promise.race(answers)).toEqual(['message-0'])
  finish()
  expect((await Promise.all(answers)).toSorted()).toEqual([[], ['message-0']])
  expect(done).toBe(1)
  expect(await deliver(invited)).toEqual([])
})

test('an event whose work fails goes back to the queue, and is done at the next delivery without waiting', async () => {
  const office = openOffice()
  let tries = 0
  const deliver = consumerIn(office, async () => {
    tries += 1
    if (tries < 3) throw new Error('no connection')
  })
  expect([await deliver(invited), await deliver(invited)]).toEqual([['message-0'], ['message-0']])
  expect(await deliver(invited)).toEqual([])
  expect(await deliver(invited)).toEqual([])
  expect(tries).toBe(3)
})

test('killed in the middle, the work is taken over once its time is over, and not before', async () => {
  const office = openOffice()
  // What a delivery leaves behind that began and was never heard of again.
  office.table.put(create(Receipts, { eventId: invited.eventId, consumer: 'send-mail', at: NOW, state: 'begun' }))
  let done = 0
  const deliver = consumerIn(office, async () => {
    done += 1
  })
  office.setClock(addSeconds(NOW, 119))
  expect(await deliver(invited)).toEqual(['message-0'])
  office.setClock(addSeconds(NOW, 121))
  expect(await deliver(invited)).toEqual([])
  expect(done).toBe(1)
  expect(await receiptOf(office)).toMatchObject({ state: 'done' })
})

test('two that take over at the same moment are one', async () => {
  const office = openOffice()
  office.table.put(create(Receipts, { eventId: invited.eventId, consumer: 'send-mail', at: NOW, state: 'begun' }))
  office.setClock(addSeconds(NOW, 600))
  let done = 0
  const deliver = consumerIn(office, async () => {
    done += 1
  })
  const answers = await Promise.all([deliver(invited), deliver(invited)])
  expect(answers.toSorted()).toEqual([[], ['message-0']])
  expect(done).toBe(1)
})

test('of several events in one delivery only those that fail go back', async () => {
  const office = openOffice()
  const bad = { ...invited, eventId: idOf(72) }
  const deliver = consumerIn(office, async ({ eventId }) => {
    if (eventId === bad.eventId) throw new Error('not this one')
  })
  const others = [idOf(73), idOf(74)].map((eventId) => ({ ...invited, eventId }))
  expect(await deliver(others[0] as OutboxEntry, bad, others[1] as OutboxEntry, '{ no json')).toEqual([
    'message-1',
    'message-3',
  ])
})

test('an event that the consumer did not ask for is let pass, and leaves nothing behind', async () => {
  const office = openOffice()
  const deliver = consumerIn(office, async () => {
    throw new Error('never called')
  })
  const data = { dossierId: idOf(1), requestId: idOf(2) }
  expect(await deliver({ eventId: idOf(75), at: NOW, type: 'access-requested', data })).toEqual([])
  expect(itemsOf(office, 'receipt')).toEqual([])
})

test("B-07: what a job writes is one transaction with its audit entry, by the job's name and for the event", async () => {
  const office = openOffice()
  const clientId = idOf(76)
  const deliver = consumerIn(office, async (_, { act }) => {
    const writes = [create(Clients, { ...CLIENT, clientId })]
    expect(await act({ action: 'client.create', dossierId: null, writes })).toBe('done')
  })
  expect(await deliver(invited)).toEqual([])
  expect(itemsOf(office, 'audit-entry')).toEqual([
    expect.objectContaining({
      pk: `CLIENT#${clientId}`,
      actorId: 'job:send-mail',
      door: 'job',
      action: 'client.create',
      requestId: invited.eventId,
      changes: [{ record: 'client', before: null, after: expect.objectContaining({ clientId }) }],
    }),
  ])
})
