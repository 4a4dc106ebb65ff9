/** What no local engine does by itself: conflicts between transactions, keys left unread, throttling. */
import {
  type BatchGetItemCommandInput,
  type CancellationReason,
  type DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { expect, test } from 'vitest'
import { Clients } from '../../functions/clients/records.ts'
import { dynamoTable } from '../../shared/table/dynamo-table.ts'
import { create, perhaps } from '../../shared/table/table.ts'
import { idOf } from '../world.ts'

type Command = { readonly input: BatchGetItemCommandInput }

/** The table over a service that answers as the test says. */
const tableOver = (answer: (command: Command) => object) =>
  dynamoTable({
    client: { send: async (command: Command) => answer(command) } as never as DynamoDBClient,
    tableName: 'T',
  })

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code): CancellationReason => ({ Code })),
  })

const client = (number: number) => ({
  clientId: idOf(number),
  name: 'Verrerie Saint-Elme',
  kind: 'company' as const,
  state: 'active' as const,
  email: null,
  createdAt: '2026-03-02T09:00:00.000Z',
  createdBy: idOf(1),
})
const writes = [create(Clients, client(1)), create(Clients, client(2)), create(Clients, client(3))]

test('a conflict with a transaction under way is a conflict, named like one with something newer', async () => {
  const table = tableOver(() => {
    throw cancelled('None', 'TransactionConflict', 'ConditionalCheckFailed')
  })
  expect(await table.commit(writes)).toEqual({ conflicts: [writes[1], writes[2]] })
})

test.each(['ThrottlingError', 'ProvisionedThroughputExceeded', 'ItemCollectionSizeLimitExceeded', 'ValidationError'])(
  '%s is a fault and no conflict: whoever watches must see it',
  async (code) => {
    const table = tableOver(() => {
      throw cancelled('None', code, 'None')
    })
    await expect(table.commit(writes)).rejects.toBeInstanceOf(TransactionCanceledException)
  },
)

test('any other error of the service comes out as it is', async () => {
  const table = tableOver(() => {
    throw new Error('the network is gone')
  })
  await expect(table.commit(writes)).rejects.toThrow('the network is gone')
  await expect(table.load({ it: perhaps(Clients, client(1)) })).rejects.toThrow('the network is gone')
})

const asStored = (number: number) => marshall({ ...client(number), ...Clients.key(client(number)), version: 1 })

test('keys that the service left unread are asked for again until all are read', async () => {
  const asked: number[] = []
  const table = tableOver(({ input }) => {
    const { Keys = [] } = input.RequestItems?.T ?? {}
    asked.push(Keys.length)
    // One key an answer, as if each filled the 16 MB that an answer may hold.
    const number = 4 - Keys.length
    const left = Keys.slice(1)
    return {
      Responses: { T: [asStored(number)] },
      ...(left.length > 0 ? { UnprocessedKeys: { T: { Keys: left, ConsistentRead: true } } } : {}),
    }
  })
  const found = await table.load({
    one: perhaps(Clients, client(1)),
    two: perhaps(Clients, client(2)),
    three: perhaps(Clients, client(3)),
  })
  expect(asked).toEqual([3, 2, 1])
  expect(found).toEqual({
    one: { ...client(1), version: 1 },
    two: { ...client(2), version: 1 },
    three: { ...client(3), version: 1 },
  })
})

test('D-06: every read that a decision rests on is consistent, the repeated ones too', async () => {
  const consistent: (boolean | undefined)[] = []
  const table = tableOver(({ input }) => {
    consistent.push(input.RequestItems?.T?.ConsistentRead)
    return consistent.length < 3 ? { Responses: {}, UnprocessedKeys: input.RequestItems } : { Responses: { T: [] } }
  })
  await table.load({ one: perhaps(Clients, client(1)) })
  expect(consistent).toEqual([true, true, true])
})

test('a service that never reads a key is given up on with a fault: an item not read is never taken for none', async () => {
  let calls = 0
  const table = tableOver(({ input }) => {
    calls += 1
    return { Responses: {}, UnprocessedKeys: input.RequestItems }
  })
  await expect(table.load({ one: perhaps(Clients, client(1)) })).rejects.toThrow()
  expect(calls).toBeGreaterThan(2)
})
