/** Runs one execution of a workflow whose tasks are all of one function, from its definition, and gives its output. */
import { interpret, type Machine } from './workflows/interpret.ts'

export { Killed } from './workflows/interpret.ts'

type Payload = { readonly task: string; readonly execution: string; readonly input: unknown }
export type CallTask = (payload: Payload) => Promise<unknown>

/** Runs an execution to its end and gives its output; what no state catches is thrown. */
export const runWorkflow = async (
  definition: object,
  name: string,
  input: object,
  call: CallTask,
): Promise<unknown> => {
  const { output } = await interpret(definition as Machine, input, {
    name,
    token: () => '',
    invoke: async ({ arguments: given }) => ({ Payload: await call((given as { Payload: Payload }).Payload) }),
  })
  return output
}
