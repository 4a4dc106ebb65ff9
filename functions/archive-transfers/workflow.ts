import type { Workflow } from '../../shared/contract/capability.ts'
import type { FailureReason } from './failure-reasons.ts'
import type { OfAttempt } from './tasks/task-input.ts'
import type { tasksOf } from './tasks/tasks-of.ts'

type Task = keyof ReturnType<typeof tasksOf>

/** The execution's name is the attempt's: a second start of the same is seen and is none. */
export const executionOf = ({ transferId, attempt }: Pick<OfAttempt, 'transferId' | 'attempt'>): string =>
  `${transferId}-${attempt}`

const AT_ONCE = 4

/** Errors mean "again": a service was busy, or somebody else wrote at the same moment. */
const retry = [
  {
    ErrorEquals: ['States.ALL'],
    IntervalSeconds: 1,
    BackoffRate: 2,
    MaxAttempts: 5,
    MaxDelaySeconds: 30,
    JitterStrategy: 'FULL',
  },
]

const call = (functionArn: string, task: Task) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: {
    FunctionName: functionArn,
    Payload: { task, execution: '{% $states.context.Execution.Name %}', input: '{% $states.input %}' },
  },
  TimeoutSeconds: 630,
  Retry: retry,
})

/** What the task found is added to what is known of the document. */
const together = '{% $merge([$states.input, $states.result.Payload]) %}'

const giveUp = (reason: FailureReason) => ({
  Catch: [
    {
      ErrorEquals: ['States.ALL'],
      Output: `{% $merge([$states.input, {"reason": "${reason}"}]) %}`,
      Next: 'Record failure',
    },
  ],
})

const whenOutcome = (outcome: string, next: string) => ({
  Condition: `{% $states.input.outcome = "${outcome}" %}`,
  Next: next,
})

/** One document: copied, verified on both sides, and only then recorded as sent (P-09). */
const eachDocument = (handOver: string) => ({
  ProcessorConfig: { Mode: 'INLINE' },
  StartAt: 'Copy',
  States: {
    Copy: { ...call(handOver, 'copy'), Output: together, ...giveUp('not-copied'), Next: 'Copied?' },
    'Copied?': { Type: 'Choice', Choices: [whenOutcome('copied', 'Verify')], Default: 'Record failure' },
    Verify: { ...call(handOver, 'verify'), Output: together, ...giveUp('not-verified'), Next: 'Verified?' },
    'Verified?': {
      Type: 'Choice',
      Choices: [whenOutcome('verified', 'Record'), whenOutcome('copy again', 'Copy')],
      Default: 'Record failure',
    },
    Record: { ...call(handOver, 'record'), Output: {}, ...giveUp('not-recorded'), End: true },
    'Record failure': { ...call(handOver, 'record-failure'), Output: {}, End: true },
  },
})

export const archiveTransfer: Workflow = {
  name: 'archive-transfer',
  summary: 'Copies each document of a transfer to the archive, verifies it there, records it, and only then says sent.',
  definition: (arnOf) => {
    const handOver = arnOf('hand-over')
    /** Whatever failed to be written down document by document, the end still is. */
    const end = { Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.input %}', Next: 'Finish' }] }
    return {
      Comment: 'Sends documents to the archive (P-09).',
      QueryLanguage: 'JSONata',
      // Forty of the largest files, four at once.
      TimeoutSeconds: 4 * 3600,
      StartAt: 'Plan',
      States: {
        Plan: { ...call(handOver, 'plan'), Output: '{% $states.result.Payload %}', ...end, Next: 'Each document' },
        'Each document': {
          Type: 'Map',
          Items: '{% $states.input.documents %}',
          MaxConcurrency: AT_ONCE,
          ItemProcessor: eachDocument(handOver),
          Output: '{% $states.input %}',
          ...end,
          Next: 'Finish',
        },
        Finish: { ...call(handOver, 'finish'), Output: '{% $states.result.Payload %}', End: true },
      },
    }
  },
}
