/** What every deployed function has of the outside, from its environment; made once for each started function. */
import { systemClock } from '../../shared/ports/clock.ts'
import { newUuid } from '../../shared/ports/ids.ts'
import { dynamoTable } from '../../shared/table/dynamo-table.ts'
import { environment } from './environment.ts'
import type { Outside } from './line.ts'
import { countCall } from './observe.ts'

/** What only some functions reach: each names its own, so that the others need not carry those clients. */
export type Ports = Partial<Pick<Outside, 'files' | 'directory'>>

/** A port that a function was not given: its routes do not say that they use it, and its role would not let it. */
const notGiven = <T extends object>(port: string): T =>
  new Proxy({} as T, {
    get: () => {
      throw new Error(`This function was given no ${port}.`)
    },
  })

/** The outside as it is when first needed. Jobs work in it as it is: they decide nothing, and carry no rules. */
export const outsideWith = (given: Ports = {}): (() => Outside) => {
  let made: Outside | undefined
  return () =>
    (made ??= {
      files: notGiven('files'),
      directory: notGiven('directory'),
      ...given,
      table: dynamoTable({ tableName: environment.tableName, onCall: countCall }),
      clock: systemClock,
      newId: newUuid,
      publicUrl: environment.publicUrl,
      inboundDomain: environment.inboundDomain,
    })
}
