import type { Workflow } from '../../shared/contract/capability.ts'
import { choiceState } from '../kernel/workflow-states.ts'
import type { OfAttempt } from './tasks/task-input.ts'
import type { tasksOf } from './tasks/tasks-of.ts'

type Task = keyof ReturnType<typeof tasksOf>

/** The execution's name is the attempt's: a second start of the same is seen and is none. */
export const executionOf = ({ exportId, attempt }: Pick<OfAttempt, 'exportId' | 'attempt'>): string =>
  `${exportId}-${attempt}`

/** Errors mean "again": a service was busy, the function was killed, or somebody else wrote at the same moment. */
const retry = [
  {
    ErrorEquals: ['States.ALL'],
    IntervalSeconds: 2,
    BackoffRate: 2,
    MaxAttempts: 3,
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
  // As long as the function itself may take.
  TimeoutSeconds: 900,
  Retry: retry,
  Output: '{% $states.result.Payload %}',
})

/** Whatever could not be done, the end is written down: an export without an outcome was interrupted. */
const end = {
  Catch: [
    {
      ErrorEquals: ['States.ALL'],
      Output: "{% $merge([$states.input, { 'outcome': 'interrupted' }]) %}",
      Next: 'Finish',
    },
  ],
}

export const exportArchive: Workflow = {
  name: 'export-archive',
  summary: 'Puts the archive of a period into one file, reads it again, and tells whoever asked for it.',
  definition: (arnOf) => {
    const job = arnOf('export-archive')
    return {
      Comment: 'Makes an export of an archive (P-10).',
      QueryLanguage: 'JSONata',
      TimeoutSeconds: 10_800,
      StartAt: 'Make',
      States: {
        Make: { ...call(job, 'make'), ...end, Next: 'Made?' },
        'Made?': choiceState('outcome', { made: 'Verify' }, 'Finish'),
        Verify: { ...call(job, 'verify'), ...end, Next: 'Finish' },
        Finish: { ...call(job, 'finish'), End: true },
      },
    }
  },
}
