/** The states that workflows are made of, as Amazon States Language with JSONata. */

/** A waiting execution looks again by itself after so long, in seconds. */
const A_DAY = 86_400

/** Errors mean "again": somebody else wrote at the same moment, or a service was busy. */
const retry = {
  ErrorEquals: ['States.ALL'],
  IntervalSeconds: 1,
  BackoffRate: 2,
  MaxAttempts: 6,
  MaxDelaySeconds: 60,
  JitterStrategy: 'FULL',
}

const call = (functionArn: string, task: string, more: object = {}) => ({
  FunctionName: functionArn,
  Payload: { task, execution: '{% $states.context.Execution.Name %}', input: '{% $states.input %}', ...more },
})

/** One task, run again when it fails; what it returns goes on. */
export const taskState = (functionArn: string, task: string, next: string) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: call(functionArn, task),
  TimeoutSeconds: 60,
  Retry: [retry],
  Output: '{% $states.result.Payload %}',
  Next: next,
})

/** Waits until the task's token is answered, or for a day: then it looks by itself. */
export const awaitState = (functionArn: string, task: string, next: string) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: call(functionArn, task, { token: '{% $states.context.Task.Token %}' }),
  // A safety net: the clock's tick should have come first.
  TimeoutSeconds: A_DAY,
  // A timeout is no error to be run again.
  Retry: [{ ...retry, ErrorEquals: ['States.TaskFailed'] }],
  Catch: [{ ErrorEquals: ['States.Timeout'], Output: '{% $states.input %}', Next: next }],
  Output: '{% $merge([$states.input, $states.result]) %}',
  Next: next,
})

/** The way on, by what the last task said of `field`. */
export const choiceState = (field: string, ways: Readonly<Record<string, string>>, otherwise: string) => ({
  Type: 'Choice',
  Choices: Object.entries(ways).map(([is, next]) => ({
    Condition: `{% $states.input.${field} = '${is}' %}`,
    Next: next,
  })),
  Default: otherwise,
})

/** One task in a machine whose other states are in JSONPath: run again when it fails; what it returns goes on. */
export const aloneState = (functionArn: string, task: string, timeoutSeconds: number) => ({
  Type: 'Task',
  QueryLanguage: 'JSONata',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: call(functionArn, task),
  TimeoutSeconds: timeoutSeconds,
  Retry: [retry],
  Output: '{% $states.result.Payload %}',
})

/** Whatever a task could not do, the end is written down: it names what is left. */
export const endWith = (next: string) => ({
  Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.input %}', Next: next }],
})

type Legs = {
  readonly label: string
  /** The path of the items in the state's input: each is an execution of its own, with a history of its own. */
  readonly items: string
  readonly atOnce: number
  readonly next: string
}

/** A distributed map: a leg that fails for good is told by what it left undone, and holds up no other. */
export const distributedState = ({ label, items, atOnce, next }: Legs, leg: { StartAt: string; States: object }) => ({
  Type: 'Map',
  Label: label,
  ItemsPath: items,
  MaxConcurrency: atOnce,
  ToleratedFailurePercentage: 100,
  ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...leg },
  ResultPath: null,
  Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: next }],
  Next: next,
})
