import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { isEncryptedOnTheWay } from './emulator.ts'
import { deadLettersName, queueName } from './names.ts'
import type { JobPart } from './parts.ts'
import type { Settings } from './surroundings.ts'

/** How often a message is delivered before it goes to the dead letters. */
const DELIVERIES = 5

/** Where what a job could not do waits for `npm run redrive`. */
export const deadLetters = (scope: Construct, { tenant, endpoint }: Settings, job: string): Queue => {
  const queue = new Queue(scope, 'DeadLetters', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: isEncryptedOnTheWay(endpoint),
    queueName: deadLettersName(tenant.name, job),
    retentionPeriod: Duration.days(14),
  })
  acknowledge(queue, { 'AwsSolutions-SQS3': 'This is the dead-letter queue.' })
  return queue
}

/** The queue of one consumer of events, with its own dead letters: one that fails does not hold up the others. */
export class ConsumerQueue extends Construct {
  readonly queue: Queue

  constructor(scope: Construct, id: string, settings: Settings, { name, job }: JobPart) {
    super(scope, id)
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: isEncryptedOnTheWay(settings.endpoint),
      queueName: queueName(settings.tenant.name, name),
      retentionPeriod: Duration.days(4),
      // Long enough that a message being worked on is not delivered to a second function.
      visibilityTimeout: Duration.seconds(6 * job.timeoutSeconds),
      deadLetterQueue: { queue: deadLetters(this, settings, name), maxReceiveCount: DELIVERIES },
    })
  }
}
