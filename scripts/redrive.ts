// `npm run redrive -- <tenant> <consumer> [--endpoint …]`: gives what a consumer could not do another try.
import { parseArgs } from 'node:util'
import {
  DeleteMessageCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { catalogue } from '../functions/catalogue.ts'
import { deadLettersName, queueName } from '../infra/constructs/names.ts'
import { localCredentials } from '../infra/local/credentials.ts'
import { readTenant, tenantNames } from '../infra/tenants.ts'

const consumers = catalogue.flatMap(({ jobs = [] }) =>
  jobs.filter(({ trigger }) => trigger.on === 'events' || trigger.on === 'objects').map(({ name }) => name),
)
const { positionals, values } = parseArgs({ allowPositionals: true, options: { endpoint: { type: 'string' } } })
const [tenant = '', consumer = ''] = positionals

if (!tenantNames().includes(tenant) || !consumers.includes(consumer)) {
  console.error('Usage: npm run redrive -- <tenant> <consumer> [--endpoint <address of the local emulator>]')
  console.error(`Tenants: ${tenantNames().join(', ')}. Consumers: ${consumers.join(', ')}.`)
  process.exitCode = 2
} else {
  const { region } = readTenant(tenant)
  const local = values.endpoint === undefined ? {} : { endpoint: values.endpoint, credentials: localCredentials }
  const sqs = new SQSClient({ region, ...local })
  const addressOf = async (QueueName: string) => (await sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl
  const [dead, alive] = await Promise.all([
    addressOf(deadLettersName(tenant, consumer)),
    addressOf(queueName(tenant, consumer)),
  ])

  // Sent before it is deleted: a fall between the two delivers twice, and consumers work once for each event.
  let moved = 0
  for (;;) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: dead, MaxNumberOfMessages: 10 }))
    if (Messages.length === 0) break
    for (const { Body, ReceiptHandle } of Messages) {
      await sqs.send(new SendMessageCommand({ QueueUrl: alive, MessageBody: Body }))
      await sqs.send(new DeleteMessageCommand({ QueueUrl: dead, ReceiptHandle }))
      moved += 1
    }
  }
  console.log(`${moved} dead ${moved === 1 ? 'letter' : 'letters'} of ${consumer} given another try.`)
}
