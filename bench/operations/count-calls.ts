/** A table that counts: how many calls an operation makes, how many of them one after another, and what they consume. */
import type { AnyQuestion, Key } from '../../shared/table/record.ts'
import type { Lookup, Table } from '../../shared/table/table.ts'
import { capacityOfCommit, capacityOfList, capacityOfLoad } from './capacity.ts'

export type Counted = {
  /** Calls one after another: what a person waits for. */
  readonly sequential: number
  /** Calls in all; a list that is spread over shards asks each of them at once. */
  readonly calls: number
  /** By DynamoDB's published arithmetic, from the items' sizes. */
  readonly readUnits: number
  readonly writeUnits: number
}

const BATCH_LIMIT = 100

export const countCalls = (table: Table): { readonly table: Table; readonly counted: () => Counted } => {
  let calls = 0
  let readUnits = 0
  let writeUnits = 0
  // A call stands one step behind the deepest one that had ended when it began.
  let deepest = 0
  const step = async <T>(inAll: number, work: Promise<T>): Promise<T> => {
    const depth = deepest + 1
    calls += inAll
    try {
      return await work
    } finally {
      deepest = Math.max(deepest, depth)
    }
  }

  const counting: Table = {
    load: async (lookups) => {
      const keys = new Set(Object.values(lookups as Record<string, Lookup>).map(({ key }) => nameOf(key)))
      const found = await step(Math.ceil(keys.size / BATCH_LIMIT), table.load(lookups))
      readUnits += capacityOfLoad(lookups, found)
      return found
    },
    list: async <T>(question: AnyQuestion, of: unknown, options: Parameters<Table['list']>[2]) => {
      const page = await step(question.shards, table.list<T>(question, of, options))
      readUnits += capacityOfList(question, page.items as readonly object[])
      return page
    },
    commit: async (writes) => {
      const result = await step(1, table.commit(writes))
      writeUnits += capacityOfCommit(writes)
      return result
    },
  }
  return { table: counting, counted: () => ({ sequential: deepest, calls, readUnits, writeUnits }) }
}

const nameOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`
