/** Kills work at its nth step: a step is any call of its ports, and each may fall before it is done or right after. */
import type { Files } from '../shared/ports/files.ts'
import type { Table } from '../shared/table/table.ts'
import { Killed } from './run-workflow.ts'

type Steps = { readonly table: Table; readonly files: Files; readonly steps: () => number }

/** The same ports, killed at the nth moment; there is one before and one after every call. `Infinity` kills never. */
export const killedAt = (nth: number, { table, files }: { readonly table: Table; readonly files: Files }): Steps => {
  let moment = 0
  const pass = (): void => {
    if (moment++ >= nth) throw new Killed()
  }
  const breaking = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (target, name) => {
        const member = target[name as keyof T] as unknown
        if (typeof member !== 'function') return member
        return async (...given: readonly unknown[]) => {
          pass()
          const result: unknown = await (member as (...given: readonly unknown[]) => unknown).apply(target, [...given])
          pass()
          return result
        }
      },
    })
  return { table: breaking(table), files: breaking(files), steps: () => moment }
}
