import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { Queues } from '../queues.ts'

type Options = { readonly addresses: Readonly<Record<string, string>>; readonly client?: SQSClient }

/** Queues in SQS; `addresses` names the queue of each consumer. */
export const sqsQueues = ({ addresses, client = new SQSClient({}) }: Options): Queues => ({
  async send(consumer, message) {
    const address = addresses[consumer]
    if (address === undefined) throw new Error(`No queue is known for the consumer ${consumer}.`)
    await client.send(new SendMessageCommand({ QueueUrl: address, MessageBody: JSON.stringify(message) }))
  },
})
