/**
 * Runs a workflow's own definition: its states, retries and catches as they will run, with the few JSONata expressions
 * that our workflows use. Waits take no time; a task is whatever function the test gives.
 */
type State = {
  readonly Type: 'Task' | 'Choice' | 'Map'
  readonly Next?: string
  readonly End?: boolean
  readonly Output?: unknown
  readonly Arguments?: { readonly Payload: Record<string, unknown> }
  readonly Retry?: readonly { readonly MaxAttempts: number }[]
  readonly Catch?: readonly { readonly Output?: string; readonly Next: string }[]
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[]
  readonly Default?: string
  readonly Items?: string
  /** In JSONPath, with `ResultPath: null`: the items below the input, which is passed on as it is. */
  readonly ItemsPath?: string
  readonly ResultPath?: null
  readonly ToleratedFailurePercentage?: number
  readonly MaxConcurrency?: number
  readonly ItemProcessor?: Machine
}
type Machine = { readonly StartAt: string; readonly States: Readonly<Record<string, State>> }
type Payload = { readonly task: string; readonly execution: string; readonly input: unknown }
export type CallTask = (payload: Payload) => Promise<unknown>

/** The whole execution is lost: no retry, no catch, nothing after it runs. */
export class Killed extends Error {
  override name = 'Killed'
}

type Known = { readonly name: string; readonly input: unknown; readonly result?: unknown }

/** Runs an execution to its end and gives its output; what no state catches is thrown. */
export const runWorkflow = async (definition: object, name: string, input: object, call: CallTask): Promise<unknown> =>
  runMachine(definition as Machine, name, input, call)

const runMachine = async (machine: Machine, name: string, input: unknown, call: CallTask): Promise<unknown> => {
  let at = machine.StartAt
  let known = input
  for (;;) {
    const state = machine.States[at]
    if (state === undefined) throw new Error(`There is no state named ${at}.`)
    const { next, output } = await runState(state, { name, input: known }, call)
    if (next === undefined) return output
    at = next
    known = output
  }
}

const runState = async (
  state: State,
  known: Known,
  call: CallTask,
): Promise<{ next: string | undefined; output: unknown }> => {
  if (state.Type === 'Choice') {
    const chosen = state.Choices?.find(({ Condition }) => evaluate(Condition, known) === true)
    return { next: chosen?.Next ?? state.Default, output: known.input }
  }
  try {
    const result = state.Type === 'Map' ? await runEach(state, known, call) : await runTask(state, known, call)
    return { next: state.Next, output: outputOf(state, { ...known, result }) }
  } catch (error) {
    const caught = error instanceof Killed ? undefined : state.Catch?.[0]
    if (caught === undefined) throw error
    return { next: caught.Next, output: outputOf(caught, known) }
  }
}

/** What a state passes on: what it says, or its input as it is. */
const outputOf = ({ Output: output }: { readonly Output?: unknown }, known: Known): unknown =>
  output === undefined ? known.input : evaluate(output, known)

const runTask = async (state: State, known: Known, call: CallTask): Promise<{ Payload: unknown }> => {
  const payload = evaluate(state.Arguments?.Payload, known) as Payload
  for (let attempt = 0; ; attempt++) {
    try {
      // What goes over the wire is JSON.
      return { Payload: JSON.parse(JSON.stringify(await call(payload))) }
    } catch (error) {
      if (error instanceof Killed || attempt >= (state.Retry?.[0]?.MaxAttempts ?? 0)) throw error
    }
  }
}

const runEach = async (state: State, known: Known, call: CallTask): Promise<unknown[]> => {
  const path = state.ItemsPath === undefined ? state.Items : `{% $states.input${state.ItemsPath.slice(1)} %}`
  const items = [...(evaluate(path, known) as unknown[])]
  const results: unknown[] = []
  const worker = async (): Promise<void> => {
    for (let item = items.shift(); item !== undefined; item = items.shift())
      results.push(await runPart(state, known.name, item, call))
  }
  await Promise.all(Array.from({ length: state.MaxConcurrency ?? 1 }, worker))
  return results
}

/** One part of a map; where every failure is tolerated, one that fails is passed over. */
const runPart = async (state: State, name: string, item: unknown, call: CallTask): Promise<unknown> => {
  try {
    return await runMachine(state.ItemProcessor as Machine, name, item, call)
  } catch (error) {
    if (error instanceof Killed || state.ToleratedFailurePercentage !== 100) throw error
    return null
  }
}

/** The value of an expression, or of every expression inside an object. */
const evaluate = (value: unknown, known: Known): unknown => {
  if (Array.isArray(value)) return value.map((part) => evaluate(part, known))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, evaluate(part, known)]))
  const expression = typeof value === 'string' ? /^\{% (.*) %\}$/.exec(value)?.[1] : undefined
  return expression === undefined ? value : valueOf(expression, known)
}

const valueOf = (expression: string, known: Known): unknown => {
  const merged = /^\$merge\(\[(\$states[\w.]*), (.+)\]\)$/.exec(expression)
  if (merged !== null)
    return { ...(valueOf(merged[1] ?? '', known) as object), ...(valueOf(merged[2] ?? '', known) as object) }
  const equal = /^(\$states[\w.]*) = (".*")$/.exec(expression)
  if (equal !== null) return valueOf(equal[1] ?? '', known) === JSON.parse(equal[2] ?? '')
  if (expression.startsWith('{')) return JSON.parse(expression)
  const path = /^\$states\.([\w.]+)$/.exec(expression)?.[1]
  if (path === undefined) throw new Error(`No expression of ours: ${expression}`)
  const states = { input: known.input, result: known.result, context: { Execution: { Name: known.name } } }
  return path.split('.').reduce<unknown>((from, part) => (from as Record<string, unknown> | undefined)?.[part], states)
}
