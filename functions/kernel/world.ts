/** The outside world of a deployed function, from its environment; made once for each started function. */
import { systemClock } from '../../shared/ports/clock.ts'
import { newUuid } from '../../shared/ports/ids.ts'
import { compile } from '../../shared/rules/decide.ts'
import { dynamoTable } from '../../shared/table/dynamo-table.ts'
import { rules } from '../rules.ts'
import { environment } from './environment.ts'
import type { World } from './line.ts'
import { countCall } from './observe.ts'

/** What only some functions reach: each names its own, so that the others need not carry those clients. */
export type Ports = Partial<Pick<World, 'files' | 'directory'>>

/** A port that a function was not given: its routes do not say that they use it, and its role would not let it. */
const notGiven = <T extends object>(port: string): T =>
  new Proxy({} as T, {
    get: () => {
      throw new Error(`This function was given no ${port}.`)
    },
  })

/** Makes the world when it is first needed; `given` says which ports it has. */
export type MakeWorld = (() => World) & { readonly given?: Ports }

export const worldWith = (given: Ports = {}): MakeWorld => {
  let made: World | undefined
  const make = (): World =>
    (made ??= {
      files: notGiven('files'),
      directory: notGiven('directory'),
      ...given,
      table: dynamoTable({ tableName: environment.tableName, onCall: countCall }),
      policy: compile(rules),
      clock: systemClock,
      newId: newUuid,
      publicUrl: environment.publicUrl,
    })
  return Object.assign(make, { given })
}
