/** The least that a function with a table can be: what every function's start is compared with. */
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'

const client = new DynamoDBClient({})

export const handler = async ({ pk, sk }: { pk: string; sk: string }): Promise<unknown> => {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: process.env.TABLE_NAME, Key: { pk: { S: pk }, sk: { S: sk } } }),
  )
  return Item
}
