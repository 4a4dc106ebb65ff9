import type { Workflow } from '../../shared/contract/capability.ts'
import type { OfAttempt } from './tasks/attempt.ts'
import type { tasks } from './tasks/tasks.ts'

type Task = keyof typeof tasks

/** The execution's name is the attempt's: a second start of the same is seen and is none. */
export const executionOf = ({ bulkTransferId, attempt }: OfAttempt): string => `${bulkTransferId}-${attempt}`

/**
 * One leg after another: what two people hold is one item each, which every transaction that moves their dossiers
 * changes. Legs at once would only meet there (`npm run bench -- transfers`).
 */
const AT_ONCE = 1

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
  QueryLanguage: 'JSONata',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: {
    FunctionName: functionArn,
    Payload: { task, execution: '{% $states.context.Execution.Name %}', input: '{% $states.input %}' },
  },
  TimeoutSeconds: 150,
  Retry: retry,
  Output: '{% $states.result.Payload %}',
})

/** Whatever could not be done, the end is written down: it names what is left as interrupted. */
const end = { Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.input %}', Next: 'Finish' }] }

export const bulkTransfer: Workflow = {
  name: 'bulk-transfer',
  summary: 'Plans which dossiers of a practitioner move to another, moves each once, and tells how it ended.',
  definition: (arnOf) => {
    const moveDossiers = arnOf('move-dossiers')
    return {
      Comment: 'Moves dossiers of one practitioner to another (D-12).',
      // The emulator knows a distributed map in JSONPath only; the states with values are in JSONata, each by itself.
      TimeoutSeconds: 86_400,
      StartAt: 'Plan',
      States: {
        Plan: { ...call(moveDossiers, 'plan'), ...end, Next: 'Cut into legs' },
        'Cut into legs': { ...call(moveDossiers, 'cut'), ...end, Next: 'Each leg' },
        'Each leg': {
          Type: 'Map',
          Label: 'Leg',
          ItemsPath: '$.legs',
          MaxConcurrency: AT_ONCE,
          // A leg that fails for good is told by its dossiers, and holds up no other.
          ToleratedFailurePercentage: 100,
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
            StartAt: 'Move',
            States: { Move: { ...call(moveDossiers, 'move'), End: true } },
          },
          ResultPath: null,
          Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'Finish' }],
          Next: 'Finish',
        },
        Finish: { ...call(moveDossiers, 'finish'), End: true },
      },
    }
  },
}
