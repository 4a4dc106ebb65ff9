import { randomUUID } from 'node:crypto'
import {
  type AttributeDefinition,
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
} from '@aws-sdk/client-dynamodb'
import { dynamoTable } from '../../shared/table/dynamo-table.ts'
import { indexSlots } from '../../shared/table/record.ts'
import type { Call, Table } from '../../shared/table/table.ts'

export type Engine = {
  readonly client: DynamoDBClient
  readonly table: Table
  readonly calls: readonly Call[]
  readonly close: () => Promise<void>
}

const text = (...names: string[]): AttributeDefinition[] =>
  names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' }))

/** A table of its own in an engine, with the keys and indexes that the records declare; `close` takes it away. */
export const openEngine = async (config: DynamoDBClientConfig): Promise<Engine> => {
  const client = new DynamoDBClient(config)
  const TableName = `table-test-${randomUUID()}`
  const key = (prefix: string) => [
    { AttributeName: `${prefix}pk`, KeyType: 'HASH' as const },
    { AttributeName: `${prefix}sk`, KeyType: 'RANGE' as const },
  ]
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: text('pk', 'sk', ...indexSlots.flatMap((slot) => [`${slot}pk`, `${slot}sk`])),
      KeySchema: key(''),
      GlobalSecondaryIndexes: indexSlots.map((slot) => ({
        IndexName: slot,
        KeySchema: key(slot),
        Projection: { ProjectionType: 'ALL' },
      })),
    }),
  )
  const calls: Call[] = []
  return {
    client,
    table: dynamoTable({ client, tableName: TableName, onCall: (call) => calls.push(call) }),
    calls,
    close: async () => {
      await client.send(new DeleteTableCommand({ TableName }))
      client.destroy()
    },
  }
}
