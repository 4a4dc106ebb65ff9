/** The one reader of the table's stream: a stream serves two at most, consumers are many. */

import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import middy from '@middy/core'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { Outbox, type OutboxEntry } from '../../shared/events.ts'
import { sqsQueues } from '../../shared/ports/aws/sqs-queues.ts'
import { fromStored } from '../../shared/table/record.ts'
import { environment } from '../kernel/environment.ts'
import { describe, logger } from '../kernel/observe.ts'
import { outsideWith } from '../kernel/outside.ts'
import { handOn } from './hand-on.ts'

const world = outsideWith()
const queues = sqsQueues({ addresses: environment.queues })

const relay = async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const { table, clock } = world()
  for (const { eventName, dynamodb } of Records) {
    if (eventName !== 'INSERT' || dynamodb?.NewImage === undefined) continue
    const stored = unmarshall(dynamodb.NewImage as Record<string, AttributeValue>)
    if (stored.recordName !== Outbox.name) continue
    const entry = fromStored<OutboxEntry>(stored)
    try {
      await handOn(table, queues, entry, clock())
      logger.info('handed on', { eventId: entry.eventId, type: entry.type })
    } catch (error) {
      // The stream goes on from here, so that an event is late rather than lost.
      logger.error('not handed on', { eventId: entry.eventId, type: entry.type, ...describe(error) })
      return { batchItemFailures: [{ itemIdentifier: dynamodb.SequenceNumber ?? '' }] }
    }
  }
  return { batchItemFailures: [] }
}

export const handler = middy<DynamoDBStreamEvent, DynamoDBBatchResponse>().handler(relay)
