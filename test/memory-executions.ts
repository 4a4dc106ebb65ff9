/** Executions of the workflow of access requests, in memory: they take its steps, wait for an answer, and may be lost. */
import { tasksOf } from '../functions/access-requests/tasks-of.ts'
import type { Run } from '../functions/kernel/follow.ts'
import { jobTools, TryAgain } from '../functions/kernel/job.ts'
import type { World } from '../functions/kernel/line.ts'
import type { Workflows } from '../shared/ports/workflows.ts'
import { newId } from './ask.ts'

/** Runs again what met something newer, as a retry does. */
export const again = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof TryAgain) return again(work)
    throw error
  }
}

export const memoryExecutions = (world: World) => {
  const waiting = new Map<string, (output: object) => Promise<void>>()
  const started = new Set<string>()
  const execute = async (name: string, run: Run): Promise<void> => {
    const tools = () => jobTools(world, 'follow-request', name)
    const step = await again(() => tasks.next(run, tools()))
    if (step.next === 'end') return
    const token = newId()
    waiting.set(token, (output) => execute(name, { ...step, ...output }))
    await again(() => tasks.await(step, tools(), token))
  }
  const workflows: Workflows = {
    start: async (_, name, input) => {
      if (started.has(name)) return
      started.add(name)
      await execute(name, input as Run)
    },
    answer: async (token, output) => {
      const goOn = waiting.get(token)
      if (goOn === undefined) return 'gone'
      waiting.delete(token)
      await goOn(output)
      return 'answered'
    },
    isRunning: async () => waiting.size > 0,
  }
  const tasks = tasksOf(workflows)
  return { workflows, lose: (): void => waiting.clear(), waiting: (): number => waiting.size }
}
