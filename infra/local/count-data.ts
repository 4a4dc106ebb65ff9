import { CognitoIdentityProviderClient, paginateListUsers } from '@aws-sdk/client-cognito-identity-provider'
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3'
import { localCredentials, readLocalTenant } from './credentials.ts'
import type { LocalStack } from './local-stack.ts'

/** How much a local stack holds, in words: people, records, documents, archived documents, mails. */
export async function countData({ endpoint, outputs, mailbox }: LocalStack): Promise<string> {
  const settings = { endpoint, region: readLocalTenant().region, credentials: localCredentials }
  const s3 = new S3Client(settings)

  let people = 0
  const cognito = { client: new CognitoIdentityProviderClient(settings) }
  for await (const page of paginateListUsers(cognito, { UserPoolId: outputs.UserPoolId }))
    people += page.Users?.length ?? 0

  let records = 0
  const table = { TableName: outputs.TableName, Select: 'COUNT' as const }
  for await (const page of paginateScan({ client: new DynamoDBClient(settings) }, table)) records += page.Count ?? 0

  const countObjects = async (Bucket: string | undefined): Promise<number> => {
    let objects = 0
    for await (const page of paginateListObjectsV2({ client: s3 }, { Bucket })) objects += page.KeyCount ?? 0
    return objects
  }
  const documents = await countObjects(outputs.DocumentsBucketName)
  const archived = await countObjects(outputs.ArchiveBucketName)
  const mails = (await mailbox.list()).length
  return `${people} people, ${records} records, ${documents} documents, ${archived} archived, ${mails} mails`
}
