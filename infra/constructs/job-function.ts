import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets'
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { Outbox } from '../../shared/events.ts'
import { deadLetters } from './consumer.ts'
import { functionName } from './names.ts'
import { OwnFunction } from './own-function.ts'
import type { JobPart } from './parts.ts'
import type { Surroundings } from './surroundings.ts'

/** A job's function, and what wakes it: a queue, the table's stream, the clock, or a workflow (which calls it itself). */
export class JobFunction extends OwnFunction {
  readonly part: JobPart

  constructor(scope: Construct, id: string, part: JobPart, surroundings: Surroundings, queue?: IQueue) {
    const { trigger, timeoutSeconds, memoryMegabytes } = part.job
    super(scope, id, { part, surroundings, timeoutSeconds, memoryMegabytes })
    this.part = part
    if (trigger.on === 'events' || trigger.on === 'objects') this.wakeByQueue(queue, trigger.atOnce)
    if (trigger.on === 'stream') this.wakeByStream(surroundings)
    if (trigger.on === 'schedule') this.wakeEvery(trigger.minutes, surroundings)
  }

  private wakeByQueue(queue: IQueue | undefined, atOnce = 10): void {
    if (queue === undefined) throw new Error(`There is no queue for the consumer ${this.part.name}.`)
    this.grant({
      actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      resources: [queue.queueArn],
    })
    new EventSourceMapping(this, 'Messages', {
      target: this.lambda,
      eventSourceArn: queue.queueArn,
      batchSize: atOnce,
      reportBatchItemFailures: true,
    })
  }

  /** New outbox entries only; what cannot be handed on goes to the dead letters, and the clock's sweep sends it again. */
  private wakeByStream(surroundings: Surroundings): void {
    const stream = surroundings.table.tableStreamArn
    if (stream === undefined) throw new Error('The table has no stream.')
    this.grant({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetShardIterator', 'dynamodb:GetRecords'],
      resources: [stream],
    })
    this.grant({
      actions: ['dynamodb:ListStreams'],
      resources: ['*'],
      wildcard: 'IAM grants the list of streams as a whole only.',
    })
    const dead = deadLetters(this, surroundings, this.part.name)
    this.grant({ actions: ['sqs:SendMessage'], resources: [dead.queueArn] })
    new EventSourceMapping(this, 'NewEvents', {
      target: this.lambda,
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 25,
      bisectBatchOnError: true,
      retryAttempts: 10,
      reportBatchItemFailures: true,
      onFailure: { bind: () => ({ destination: dead.queueArn }) },
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { NewImage: { recordName: { S: FilterRule.isEqual(Outbox.name) } } },
        }),
      ],
    })
  }

  /** The tick is EventBridge's own event: its `id` and `time` are what the job acts by. */
  private wakeEvery(minutes: number, { tenant }: Surroundings): void {
    new Rule(this, 'Tick', {
      ruleName: functionName(tenant.name, this.part.name),
      description: this.part.summary,
      schedule: Schedule.rate(Duration.minutes(minutes)),
      targets: [new LambdaTarget(this.lambda, { retryAttempts: 2 })],
    })
  }
}
