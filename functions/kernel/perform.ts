/** The tasks of a workflow as one function: Step Functions names the task and gives its input. */
import middy from '@middy/core'
import { type JobTools, jobTools } from './job.ts'
import type { Outside } from './line.ts'
import { describe, logger } from './observe.ts'
import { outsideWith } from './outside.ts'

/** What a state of the workflow sends: `{ task, input, execution }`, and a task token where it waits for one. */
export type TaskCall = {
  readonly task: string
  readonly execution: string
  readonly input: unknown
  readonly token?: string
}

// oxlint-disable-next-line typescript/no-explicit-any -- each task knows its own input; the workflow's test compares the two.
type Task = (input: any, tools: JobTools, token: string) => Promise<unknown>

/** Tasks return what they found as data: an error's name does not reach every workflow engine, so errors mean "again". */
export const perform = (
  job: string,
  tasks: Readonly<Record<string, Task>>,
  { world = outsideWith() }: { world?: () => Outside } = {},
): ((call: TaskCall) => Promise<unknown>) =>
  middy<TaskCall, unknown>().handler(async ({ task, execution, input, token }) => {
    const found = tasks[task]
    if (found === undefined) throw new Error(`The workflow names an unknown task: ${task}`)
    try {
      const result = await found(input, jobTools(world(), job, execution), token ?? '')
      logger.info('performed', { job, task, execution })
      return result ?? {}
    } catch (error) {
      logger.error('not performed', { job, task, execution, ...describe(error) })
      throw error
    }
  }) as unknown as (call: TaskCall) => Promise<unknown>
