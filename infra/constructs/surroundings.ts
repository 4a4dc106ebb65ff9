import type { IUserPool } from 'aws-cdk-lib/aws-cognito'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import type { Code } from 'aws-cdk-lib/aws-lambda'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Tenant } from '../tenants.ts'
import type { Parts } from './parts.ts'

/** What every stack of a tenant is made from. */
export type Settings = {
  readonly tenant: Tenant
  readonly parts: Parts
  /** The bundled code of a function, by its name. */
  readonly codeOf: (name: string) => Code
  /** The address of the local emulator; without it the stacks are for AWS. */
  readonly endpoint?: string | undefined
}

/** What functions are told of and may be granted: each gets only the part that its uses name. */
export type Surroundings = Settings & {
  readonly table: Table
  readonly indexes: readonly string[]
  readonly documents: Bucket
  readonly archive: Bucket
  /** E-mail as it came in. */
  readonly inbound: Bucket
  readonly userPool: IUserPool
  /** Of the API, without a slash at its end. */
  readonly publicUrl: string
  /** The queue of each consumer, by its name. */
  readonly queues: Readonly<Record<string, IQueue>>
}

/** The domain that mails are sent from. */
export const senderDomain = ({ organisation }: Tenant): string => organisation.sender.split('@')[1] as string
