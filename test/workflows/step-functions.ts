/**
 * Step Functions in memory: the port through which code starts and answers executions, which run the workflow's own
 * definition against the real tasks. An execution may be lost at any moment, as the cloud may lose one; a waiting one may
 * be let time out; and a test may stand between a state and its task.
 */
import type { JobTools } from '../../functions/kernel/job.ts'
import { jobTools } from '../../functions/kernel/job.ts'
import type { World } from '../../functions/kernel/line.ts'
import type { TaskCall } from '../../functions/kernel/perform.ts'
import type { Workflow } from '../../shared/contract/capability.ts'
import type { Workflows } from '../../shared/ports/workflows.ts'
import { interpret, Killed, type Machine, StatesError } from './interpret.ts'

/** A workflow with the tasks of its functions, each told how executions are answered. */
export type Running = {
  readonly workflow: Workflow
  /** Under the name of each job, its tasks. */
  readonly jobs: (
    workflows: Workflows,
  ) => Readonly<Record<string, Readonly<Record<string, (...given: never[]) => Promise<unknown>>>>>
}

export type ExecutionState = {
  readonly workflow: string
  readonly name: string
  status: 'running' | 'succeeded' | 'failed' | 'lost'
  /** The state in which it ended. */
  state?: string
  error?: unknown
}

/** Stands between a state and its task: may throw before or after, or run it twice. */
export type Between = (call: TaskCall, run: () => Promise<unknown>) => Promise<unknown>

type Wait = {
  readonly execution: ExecutionState
  readonly goOn: (output: object) => void
  readonly fail: (error: Error) => void
  /** Ends when the execution waits again, or has ended. */
  readonly idle: () => Promise<void>
}

export const memoryStepFunctions = (world: World, running: readonly Running[]) => {
  const executions: ExecutionState[] = []
  const waiting = new Map<string, Wait>()
  const begun = new Map<string, { answered?: object }>()
  let tokens = 0
  let between: Between = (_, run) => run()

  const workflows: Workflows = {
    start: async (workflow, name, input) => {
      if (executions.some((one) => one.workflow === workflow && one.name === name)) return
      const found = running.find((one) => one.workflow.name === workflow)
      if (found === undefined) throw new Error(`No state machine is known for the workflow ${workflow}.`)
      await run(found, name, input)
    },
    answer: async (token, output) => {
      const task = begun.get(token)
      if (task !== undefined && task.answered === undefined) {
        // Its task is still at work: the state goes on once that has returned.
        task.answered = output
        return 'answered'
      }
      const wait = waiting.get(token)
      if (wait === undefined) return 'gone'
      waiting.delete(token)
      wait.goOn(output)
      await wait.idle()
      return 'answered'
    },
    isRunning: async (workflow, name) =>
      executions.some((one) => one.workflow === workflow && one.name === name && one.status === 'running'),
  }
  const functionsOf = new Map(running.map((one) => [one, one.jobs(workflows)]))

  /** Runs an execution until it waits or ends. */
  const run = async (of: Running, name: string, input: object): Promise<void> => {
    const execution: ExecutionState = { workflow: of.workflow.name, name, status: 'running' }
    executions.push(execution)
    let turn = Promise.withResolvers<void>()
    const idle = (): void => {
      const ended = turn
      turn = Promise.withResolvers<void>()
      ended.resolve()
    }
    const callTask = async (job: string, call: TaskCall): Promise<unknown> => {
      const task = functionsOf.get(of)?.[job]?.[call.task] as
        | ((input: unknown, tools: JobTools, token: string) => Promise<unknown>)
        | undefined
      if (task === undefined) throw new Error(`There is no task ${call.task} of ${job}.`)
      const work = async () => (await task(call.input, jobTools(world, job, call.execution), call.token ?? '')) ?? {}
      return between(call, work)
    }
    const ended = interpret(of.workflow.definition((job) => job) as Machine, input, {
      name,
      token: () => `token-${++tokens}`,
      invoke: async ({ resource, arguments: given }) => {
        const { FunctionName: job, Payload: call } = given as { FunctionName: string; Payload: TaskCall }
        if (!resource.endsWith('.waitForTaskToken')) return { Payload: await callTask(job, call) }
        const token = call.token ?? ''
        const task: { answered?: object } = {}
        begun.set(token, task)
        try {
          await callTask(job, call)
        } finally {
          begun.delete(token)
        }
        if (task.answered !== undefined) return task.answered
        return new Promise((goOn, fail) => {
          waiting.set(token, { execution, goOn, fail, idle: () => turn.promise })
          idle()
        })
      },
    })
    const end = (how: Pick<ExecutionState, 'status' | 'state' | 'error'>): void => {
      Object.assign(execution, how)
      idle()
    }
    const first = turn.promise
    void ended.then(
      ({ state }) => end({ status: 'succeeded', state }),
      (error: unknown) => end({ status: error instanceof Killed ? 'lost' : 'failed', error }),
    )
    await first
  }

  return {
    workflows,
    executions: (): readonly ExecutionState[] => executions,
    waiting: (): number => waiting.size,
    /** Loses every execution that waits: whoever answers it finds nobody. */
    lose: (): void => {
      for (const { execution } of waiting.values()) execution.status = 'lost'
      waiting.clear()
    },
    /** Lets every execution that waits time out, as after a day. */
    timeOut: async (): Promise<void> => {
      // What begins to wait meanwhile is not meant.
      const asleep = [...waiting]
      for (const [token, { fail, idle }] of asleep) {
        waiting.delete(token)
        const again = idle()
        fail(new StatesError('States.Timeout'))
        await again
      }
    },
    /** From now on, this stands between each state and its task. */
    standBetween: (stands: Between): void => {
      between = stands
    },
  }
}
