/**
 * Runs a workflow's own definition (Amazon States Language) as Step Functions would: its tasks, retries, catches, choices,
 * maps and ends, its JSONata by the reference implementation. Time takes no time. A task is whatever the test gives.
 */
import jsonata from 'jsonata'

/** The whole execution is lost: no retry, no catch, nothing after it runs. */
export class Killed extends Error {
  override name = 'Killed'
}

/** An error with a name of the States Language, such as `States.Timeout`; every other one is `States.TaskFailed`. */
export class StatesError extends Error {
  readonly error: string
  constructor(error: string) {
    super(error)
    this.error = error
  }
}

type Handled = { readonly ErrorEquals: readonly string[] }
export type State = {
  readonly Type: 'Task' | 'Choice' | 'Map' | 'Wait' | 'Pass' | 'Succeed' | 'Fail'
  readonly Resource?: string
  readonly Next?: string
  readonly End?: boolean
  readonly Output?: unknown
  readonly Arguments?: unknown
  readonly Retry?: readonly (Handled & { readonly MaxAttempts?: number })[]
  readonly Catch?: readonly (Handled & { readonly Output?: unknown; readonly Next: string })[]
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[]
  readonly Default?: string
  /** In JSONata, or as a path where the state is in JSONPath. */
  readonly Items?: unknown
  readonly ItemsPath?: string
  readonly ResultPath?: null
  readonly MaxConcurrency?: number
  readonly ToleratedFailurePercentage?: number
  readonly ItemProcessor?: Machine
  readonly Error?: string
  readonly Cause?: string
}
export type Machine = { readonly StartAt: string; readonly States: Readonly<Record<string, State>> }

/** What a task state calls: its own name, its resource, and its arguments, with a token where it waits for one. */
export type Invocation = { readonly state: string; readonly resource: string; readonly arguments: unknown }
export type Invoke = (invocation: Invocation) => Promise<unknown>

export type Execution = {
  readonly name: string
  readonly invoke: Invoke
  /** A new task token. */
  readonly token: () => string
}

/** How an execution ended: in which state, and with what. Ending in a `Fail` state, or by an error that nobody caught, throws. */
export type Ended = { readonly state: string; readonly output: unknown }

const plain = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T))

/** Runs a machine to its end; what goes from state to state is JSON. */
export const interpret = async (machine: Machine, input: unknown, execution: Execution): Promise<Ended> => {
  let at = machine.StartAt
  let known = plain(input)
  for (;;) {
    const state = machine.States[at]
    if (state === undefined) throw new Error(`There is no state named ${at}.`)
    const { next, output } = await runState(at, state, known, execution)
    known = plain(output)
    if (next === undefined) return { state: at, output: known }
    at = next
  }
}

type Step = { readonly next: string | undefined; readonly output: unknown }
type Known = { readonly input: unknown; readonly result?: unknown; readonly errorOutput?: unknown }

const runState = async (name: string, state: State, input: unknown, execution: Execution): Promise<Step> => {
  const value = (part: unknown, known: Known, token?: string): Promise<unknown> =>
    evaluate(part, { ...known, context: { Execution: { Name: execution.name }, Task: { Token: token } } })
  if (state.Type === 'Choice') {
    for (const { Condition, Next } of state.Choices ?? [])
      if ((await value(Condition, { input })) === true) return { next: Next, output: input }
    if (state.Default === undefined) throw new StatesError('States.NoChoiceMatched')
    return { next: state.Default, output: input }
  }
  if (state.Type === 'Fail') throw new StatesError(state.Error ?? 'States.TaskFailed')
  if (state.Type === 'Succeed') return { next: undefined, output: input }

  const tries = (state.Retry ?? []).map(() => 0)
  for (;;) {
    try {
      const result = await resultOf(name, state, input, execution, value)
      const output = state.ResultPath === null || state.Output === undefined ? input : undefined
      return { next: state.Next, output: output ?? (await value(state.Output, { input, result })) }
    } catch (error) {
      if (error instanceof Killed) throw error
      const errorName = error instanceof StatesError ? error.error : 'States.TaskFailed'
      const retrier = (state.Retry ?? []).findIndex(({ ErrorEquals }) => isMeant(ErrorEquals, errorName))
      const tried = (tries[retrier] ?? 0) + 1
      if (retrier >= 0 && tried <= (state.Retry?.[retrier]?.MaxAttempts ?? 3)) {
        tries[retrier] = tried
        continue
      }
      const caught = state.Catch?.find(({ ErrorEquals }) => isMeant(ErrorEquals, errorName))
      if (caught === undefined) throw error
      const errorOutput = { Error: errorName, Cause: String(error) }
      const output = caught.Output === undefined ? input : await value(caught.Output, { input, errorOutput })
      return { next: caught.Next, output }
    }
  }
}

const isMeant = (names: readonly string[], error: string): boolean =>
  names.includes('States.ALL') ||
  names.includes(error) ||
  (names.includes('States.TaskFailed') && error !== 'States.Timeout')

type Value = (part: unknown, known: Known, token?: string) => Promise<unknown>

const resultOf = async (
  name: string,
  state: State,
  input: unknown,
  execution: Execution,
  value: Value,
): Promise<unknown> => {
  if (state.Type === 'Map') return runEach(state, input, execution, value)
  if (state.Type !== 'Task') return undefined
  const token = state.Resource?.endsWith('.waitForTaskToken') ? execution.token() : undefined
  const given = plain(await value(state.Arguments, { input }, token))
  return plain(await execution.invoke({ state: name, resource: state.Resource ?? '', arguments: given }))
}

const runEach = async (state: State, input: unknown, execution: Execution, value: Value): Promise<unknown[]> => {
  const of = state.ItemsPath?.split('.').slice(1) ?? []
  const items =
    state.ItemsPath === undefined
      ? await value(state.Items, { input })
      : of.reduce<unknown>((from, part) => (from as Record<string, unknown>)[part], input)
  const waiting = [...(items as unknown[]).entries()]
  const results: unknown[] = []
  let failed = 0
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      try {
        results[next[0]] = (await interpret(state.ItemProcessor as Machine, next[1], execution)).output
      } catch (error) {
        if (error instanceof Killed || state.ToleratedFailurePercentage === undefined) throw error
        failed++
      }
    }
  }
  const inAll = waiting.length
  // No limit is as many at once as there are.
  await Promise.all(Array.from({ length: state.MaxConcurrency || Math.max(1, inAll) }, worker))
  if (failed * 100 > inAll * (state.ToleratedFailurePercentage ?? 0))
    throw new StatesError('States.ExceedToleratedFailureThreshold')
  return results
}

const compiled = new Map<string, ReturnType<typeof jsonata>>()

/** The value of an expression, or of every expression inside an object. */
const evaluate = async (part: unknown, states: object): Promise<unknown> => {
  if (Array.isArray(part)) return Promise.all(part.map((one) => evaluate(one, states)))
  if (typeof part === 'object' && part !== null) {
    const values = await Promise.all(
      Object.entries(part).map(async ([name, one]) => [name, await evaluate(one, states)] as const),
    )
    return Object.fromEntries(values)
  }
  const expression = typeof part === 'string' ? /^\{%(.*)%\}$/s.exec(part)?.[1] : undefined
  if (expression === undefined) return part
  const query = compiled.get(expression) ?? jsonata(expression)
  compiled.set(expression, query)
  return query.evaluate({}, { states })
}
