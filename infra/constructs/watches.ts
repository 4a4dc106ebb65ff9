/** What is watched, as data: each line is a curve on the dashboard and, with a limit, an alarm. */
import { Duration } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { deadLettersName, functionName, queueName } from './names.ts'
import type { Parts } from './parts.ts'

export type Watch = {
  /** The dashboard's graph. */
  readonly graph: string
  /** The curve, and the name of the alarm. */
  readonly name: string
  readonly metric: Metric
  /** The alarm rings above this; without it there is only a curve. */
  readonly above?: number
  /** What an operator reads when it rings. */
  readonly says?: string
}

type Watched = {
  readonly tenant: string
  readonly parts: Parts
  readonly apiId: string
  readonly arnOf: (workflow: string) => string
}

export const watchesOf = ({ tenant, parts, apiId, arnOf }: Watched): Watch[] => {
  const jobsOn = (on: string) => parts.jobs.filter(({ job }) => job.trigger.on === on).map(({ name }) => name)
  const functions = [...parts.api, ...parts.jobs].map(({ name }) => name)
  const consumers = [...jobsOn('events'), ...jobsOn('objects')]
  const readers = jobsOn('stream')
  return [
    ...apiWatches({ ApiId: apiId }),
    ...functions.flatMap((name) => functionWatches(name, { FunctionName: functionName(tenant, name) })),
    ...consumers.map((name) => ageWatch(name, { QueueName: queueName(tenant, name) })),
    ...[...consumers, ...readers].map((name) => deadLettersWatch(name, { QueueName: deadLettersName(tenant, name) })),
    ...readers.map((name) => behindWatch(name, { FunctionName: functionName(tenant, name) })),
    ...parts.workflows.flatMap(({ workflow: { name } }) => workflowWatches(name, { StateMachineArn: arnOf(name) })),
  ]
}

type Dimensions = Readonly<Record<string, string>>

const metricOf = (namespace: string, metricName: string, statistic: string, dimensionsMap: Dimensions): Metric =>
  new Metric({ namespace, metricName, statistic, dimensionsMap, period: Duration.minutes(5) })

const apiWatches = (api: Dimensions): Watch[] => {
  const of = (name: string, statistic: string) => metricOf('AWS/ApiGateway', name, statistic, api)
  return [
    { graph: 'Requests', name: 'requests', metric: of('Count', 'Sum') },
    { graph: 'Requests', name: 'refused', metric: of('4xx', 'Sum') },
    {
      graph: 'Requests',
      name: 'api-faults',
      metric: of('5xx', 'Sum'),
      above: 0,
      says: 'The API answered that it failed.',
    },
    ...['p50', 'p95', 'p99'].map((p) => ({ graph: 'Answer times (ms)', name: p, metric: of('Latency', p) })),
  ]
}

const functionWatches = (name: string, dimensions: Dimensions): Watch[] => {
  const of = (metric: string, statistic: string) => metricOf('AWS/Lambda', metric, statistic, dimensions)
  return [
    {
      graph: 'Functions that failed',
      name: `${name}-errors`,
      metric: of('Errors', 'Sum'),
      above: 0,
      says: `The function ${name} failed.`,
    },
    {
      graph: 'Functions held back',
      name: `${name}-throttles`,
      metric: of('Throttles', 'Sum'),
      above: 0,
      says: `The function ${name} was held back: too many ran at once.`,
    },
    { graph: 'Function times (ms)', name, metric: of('Duration', 'p95') },
  ]
}

const ageWatch = (name: string, dimensions: Dimensions): Watch => ({
  graph: 'Oldest message (s)',
  name: `${name}-age`,
  metric: metricOf('AWS/SQS', 'ApproximateAgeOfOldestMessage', 'Maximum', dimensions),
  above: 1800,
  says: `A message has waited for ${name} for half an hour.`,
})

const deadLettersWatch = (name: string, dimensions: Dimensions): Watch => ({
  graph: 'Dead letters',
  name: `${name}-dead-letters`,
  metric: metricOf('AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'Maximum', dimensions),
  above: 0,
  says: `${name} could not do something that it was told of: look at its log, then \`npm run redrive -- ${name}\`.`,
})

const behindWatch = (name: string, dimensions: Dimensions): Watch => ({
  graph: 'Events behind (ms)',
  name: `${name}-behind`,
  metric: metricOf('AWS/Lambda', 'IteratorAge', 'Maximum', dimensions),
  above: 300_000,
  says: `${name} is five minutes behind the table's stream.`,
})

const workflowWatches = (name: string, dimensions: Dimensions): Watch[] =>
  (['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted'] as const).map((metric) => ({
    graph: 'Workflows that failed',
    name: `${name}-${metric.replace('Executions', '').toLowerCase()}`,
    metric: metricOf('AWS/States', metric, 'Sum', dimensions),
    above: 0,
    says: `An execution of the workflow ${name} did not reach its end.`,
  }))
