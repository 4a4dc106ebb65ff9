import {
  type AttributeValue,
  BatchGetItemCommand,
  type BatchGetItemCommandOutput,
  DynamoDBClient,
  type KeysAndAttributes,
  QueryCommand,
  type QueryCommandOutput,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { type AnyQuestion, fromStored, type Key, type Stored, shardName, toStored } from './record.ts'
import {
  type Call,
  cursorAfter,
  FIRST,
  LAST,
  type Lookup,
  NEVER_WRITTEN,
  placeAt,
  type Table,
  type Write,
} from './table.ts'

type Options = {
  readonly client?: DynamoDBClient
  readonly tableName: string
  /** Told of every call and its cost. */
  readonly onCall?: (call: Call) => void
}

const marshallOptions = { removeUndefinedValues: true }
const BATCH_LIMIT = 100
const ATTEMPTS = 6

/** The table in DynamoDB. Reads of `load` are consistent; unprocessed keys are asked for again. */
export const dynamoTable = ({ client = new DynamoDBClient({}), tableName, onCall = () => {} }: Options): Table => {
  /** Reads up to 100 keys; what the service leaves out under load is asked for again, with a growing pause. */
  const batchGet = async (keys: readonly Key[]): Promise<Map<string, Stored<object>>> => {
    const found = new Map<string, Stored<object>>()
    let request: Record<string, KeysAndAttributes> | undefined = {
      [tableName]: { Keys: keys.map((key) => marshall(key)), ConsistentRead: true },
    }
    for (let attempt = 0; request !== undefined; attempt++) {
      if (attempt === ATTEMPTS) throw new Error('The table left keys unread after several attempts.')
      if (attempt > 0) await pause(attempt)
      const answer: BatchGetItemCommandOutput = await client.send(
        new BatchGetItemCommand({ RequestItems: request, ReturnConsumedCapacity: 'TOTAL' }),
      )
      const rows = answer.Responses?.[tableName] ?? []
      onCall({ operation: 'BatchGetItem', items: rows.length, capacityUnits: sumOf(answer.ConsumedCapacity) })
      for (const row of rows) {
        const item = unmarshall(row)
        found.set(nameOf({ pk: String(item.pk), sk: String(item.sk) }), fromStored(item))
      }
      const left: KeysAndAttributes | undefined = answer.UnprocessedKeys?.[tableName]
      request = left?.Keys?.length ? { [tableName]: left } : undefined
    }
    return found
  }

  const queryShard = async (
    question: AnyQuestion,
    partition: string,
    {
      limit,
      after,
      newestFirst,
      upTo,
    }: { limit: number; after?: string | undefined; newestFirst: boolean; upTo?: string | undefined },
  ): Promise<{ place: string; item: Stored<object> }[]> => {
    const [pk, sk] = question.slot === null ? ['pk', 'sk'] : [`${question.slot}pk`, `${question.slot}sk`]
    const { low, high } = boundsOf(question.prefix ?? '', { after, newestFirst, upTo })
    // One more than asked says whether there is a next page; the bound itself, already seen, is left out.
    const wanted = limit + (after === undefined ? 1 : 2)
    const rows: Record<string, unknown>[] = []
    let from: Record<string, AttributeValue> | undefined
    // The service ends an answer at 1 MB, whatever the limit: large items take several.
    do {
      const answer: QueryCommandOutput = await client.send(
        new QueryCommand({
          TableName: tableName,
          ...(question.slot === null ? { ConsistentRead: true } : { IndexName: question.slot }),
          KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :low AND :high',
          ExpressionAttributeNames: { '#pk': pk as string, '#sk': sk as string },
          ExpressionAttributeValues: marshall({ ':pk': partition, ':low': low, ':high': high }),
          ScanIndexForward: !newestFirst,
          Limit: wanted - rows.length,
          ReturnConsumedCapacity: 'TOTAL',
          ...(from === undefined ? {} : { ExclusiveStartKey: from }),
        }),
      )
      const found = (answer.Items ?? []).map((row) => unmarshall(row))
      onCall({ operation: 'Query', items: found.length, capacityUnits: sumOf([answer.ConsumedCapacity]) })
      rows.push(...found)
      from = answer.LastEvaluatedKey
    } while (from !== undefined && rows.length < wanted)
    return rows
      .map((row) => ({ place: String(row[sk as string]), item: fromStored<object>(row) }))
      .filter(({ place }) => place !== after)
  }

  return {
    async load(lookups) {
      const names = Object.keys(lookups) as (keyof typeof lookups)[]
      const unique = new Map(
        names.map((name) => [nameOf((lookups[name] as Lookup).key), (lookups[name] as Lookup).key]),
      )
      const keys = [...unique.values()]
      const batches: Promise<Map<string, Stored<object>>>[] = []
      for (let from = 0; from < keys.length; from += BATCH_LIMIT)
        batches.push(batchGet(keys.slice(from, from + BATCH_LIMIT)))
      const found = new Map((await Promise.all(batches)).flatMap((batch) => [...batch]))
      return Object.fromEntries(names.map((name) => [name, found.get(nameOf((lookups[name] as Lookup).key))])) as never
    },

    async list(question, of, { limit, cursor, newestFirst = false, upTo }) {
      const partition = question.partition(of as never)
      if (partition === undefined) return { items: [], cursor: null }
      const after = cursor === undefined ? undefined : placeAt(cursor, question.prefix ?? '')
      const shards = await Promise.all(
        Array.from({ length: question.shards }, (_, shard) =>
          queryShard(question, shardName(partition, question.shards, shard), { limit, after, newestFirst, upTo }),
        ),
      )
      const direction = newestFirst ? -1 : 1
      const merged = shards.flat().sort((a, b) => (a.place < b.place ? -direction : a.place > b.place ? direction : 0))
      const page = merged.slice(0, limit)
      const last = page.at(-1)
      return {
        items: page.map(({ item }) => item) as never,
        cursor: merged.length > limit && last !== undefined ? cursorAfter(last.place) : null,
      }
    },

    async commit(writes) {
      // The service refuses this as malformed, but not every engine does: it would look like somebody else's change.
      if (new Set(writes.map(placeOf)).size !== writes.length) throw new Error('A commit names each item once.')
      try {
        const answer = await client.send(
          new TransactWriteItemsCommand({
            TransactItems: writes.map((write) => toTransactItem(tableName, write)),
            ReturnConsumedCapacity: 'TOTAL',
          }),
        )
        onCall({
          operation: 'TransactWriteItems',
          items: writes.length,
          capacityUnits: sumOf(answer.ConsumedCapacity),
        })
        return 'done'
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error
        onCall({ operation: 'TransactWriteItems', items: writes.length, capacityUnits: 0 })
        const reasons = error.CancellationReasons ?? []
        const met = writes.filter((_, at) =>
          ['ConditionalCheckFailed', 'TransactionConflict'].includes(reasons[at]?.Code ?? ''),
        )
        // Throttling and malformed items are faults, not conflicts: the caller's retry or alarm must see them.
        if (met.length === 0) throw error
        return { conflicts: met }
      }
    },
  }
}

const nameOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`

/** Which item a write is about. */
const placeOf = ({ record, ...write }: Write): string =>
  nameOf(record.key((write.op === 'create' ? write.item : write.before) as never))

const sumOf = (capacities: readonly ({ CapacityUnits?: number | undefined } | undefined)[] | undefined): number =>
  (capacities ?? []).reduce((sum, capacity) => sum + (capacity?.CapacityUnits ?? 0), 0)

const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 10 * (0.5 + Math.random() / 2)))

const boundsOf = (
  prefix: string,
  { after, newestFirst, upTo }: { after?: string | undefined; newestFirst: boolean; upTo?: string | undefined },
): { low: string; high: string } => {
  const first = prefix === '' ? FIRST : prefix
  const last = upTo ?? prefix + LAST
  if (after === undefined) return { low: first, high: last }
  return newestFirst ? { low: first, high: after } : { low: after, high: last }
}

const versionIs = (version: number) => ({
  ConditionExpression: '#version = :version',
  ExpressionAttributeNames: { '#version': 'version' },
  ExpressionAttributeValues: marshall({ ':version': version }),
})

const toTransactItem = (tableName: string, write: Write): TransactWriteItem => {
  switch (write.op) {
    case 'create':
      return {
        Put: {
          TableName: tableName,
          Item: marshall(toStored(write.record, write.item, 1), marshallOptions),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      }
    case 'replace':
      return {
        Put: {
          TableName: tableName,
          Item: marshall(toStored(write.record, write.item, write.before.version + 1), marshallOptions),
          ...versionIs(write.before.version),
        },
      }
    case 'remove':
      return {
        Delete: {
          TableName: tableName,
          Key: marshall(write.record.key(write.before as never)),
          ...versionIs(write.before.version),
        },
      }
    case 'require':
      return {
        ConditionCheck: {
          TableName: tableName,
          Key: marshall(write.record.key(write.before as never)),
          ...(write.before.version === NEVER_WRITTEN
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : versionIs(write.before.version)),
        },
      }
  }
}
