import type { Workflow } from '../../shared/contract/capability.ts'
import { WORKFLOW } from './execution.ts'
import type { tasksOf } from './tasks-of.ts'

type Task = keyof ReturnType<typeof tasksOf>

/** A waiting execution looks again by itself after so long, in seconds. */
const A_DAY = 86_400

/** Errors mean "again": somebody else wrote at the same moment, or a service was busy. A timeout is none of them. */
const retry = [
  {
    ErrorEquals: ['States.TaskFailed'],
    IntervalSeconds: 1,
    BackoffRate: 2,
    MaxAttempts: 6,
    MaxDelaySeconds: 60,
    JitterStrategy: 'FULL',
  },
]

const call = (functionArn: string, task: Task, more: object = {}) => ({
  FunctionName: functionArn,
  Payload: { task, execution: '{% $states.context.Execution.Name %}', input: '{% $states.input %}', ...more },
})

/**
 * Follows a request until it ends: asks, waits for whatever comes first (an end, a reminder, the expiry), looks again.
 * All that matters stands in the table, so an execution that is lost is taken over by another from the same state.
 */
export const accessRequest: Workflow = {
  name: WORKFLOW,
  summary: 'Asks for a verdict on an access request, reminds, and lets it expire; ends when the request does.',
  definition: (arnOf) => ({
    Comment: 'Follows one access request (P-12).',
    QueryLanguage: 'JSONata',
    StartAt: 'Next',
    States: {
      Next: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: call(arnOf('follow-request'), 'next'),
        TimeoutSeconds: 60,
        Retry: [{ ...retry[0], ErrorEquals: ['States.ALL'] }],
        Output: '{% $states.result.Payload %}',
        Next: 'Ended?',
      },
      'Ended?': {
        Type: 'Choice',
        Choices: [{ Condition: "{% $states.input.next = 'end' %}", Next: 'Ended' }],
        Default: 'Await',
      },
      Await: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        Arguments: call(arnOf('follow-request'), 'await', { token: '{% $states.context.Task.Token %}' }),
        // A safety net: the clock's tick should have come first.
        TimeoutSeconds: A_DAY,
        Retry: retry,
        Catch: [{ ErrorEquals: ['States.Timeout'], Output: '{% $states.input %}', Next: 'Next' }],
        Output: '{% $merge([$states.input, $states.result]) %}',
        Next: 'Next',
      },
      Ended: { Type: 'Succeed' },
    },
  }),
}
