/** What goes wrong between a task and the services it calls, at a moment of the test's choice. */
import type { Table } from '../../shared/table/table.ts'
import type { MemoryTable } from '../memory-table.ts'
import { Killed } from './interpret.ts'
import type { Between } from './step-functions.ts'

/** How the nth call of a task goes wrong. */
export const faults = [
  /** The table is busy, and nothing was done. */
  'throttled',
  /** It was done, and the answer was lost. */
  'answer lost',
  /** It was done, and the whole execution is lost with the task. */
  'killed after',
  /** The whole execution is lost before it is done. */
  'killed before',
] as const
export type Fault = (typeof faults)[number]

export class Throttled extends Error {
  override name = 'ThrottlingException'
}

/**
 * A table whose nth call from when it is armed goes wrong, once. `calls` says how many there were, so that a test knows
 * when it has been through all of them.
 */
export const breakable = (table: MemoryTable) => {
  let calls = 0
  let at = Number.POSITIVE_INFINITY
  let fault: Fault = 'throttled'
  const call = async <T>(work: () => Promise<T>): Promise<T> => {
    if (calls++ !== at) return work()
    if (fault === 'throttled') throw new Throttled()
    if (fault === 'killed before') throw new Killed()
    await work()
    throw fault === 'answer lost' ? new Throttled() : new Killed()
  }
  const broken: Table = {
    load: (lookups) => call(() => table.load(lookups)),
    list: (question, of, options) => call(() => table.list(question, of, options)) as never,
    commit: (writes) => call(() => table.commit(writes)),
  }
  return {
    table: { ...table, ...broken } as MemoryTable,
    arm: (nth: number, how: Fault): void => {
      calls = 0
      at = nth
      fault = how
    },
    calls: (): number => calls,
  }
}

/** Every task is run twice, as Step Functions may: the second time on what the first one left. */
export const everyTaskTwice: Between = async (_, run) => {
  await run()
  return run()
}
