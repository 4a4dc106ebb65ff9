/**
 * The table in memory, for tests that need one and no engine. It keeps the promises of `shared/table/table.ts`, its
 * limits included, and passes the suite that every engine passes.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type AnyQuestion, fromStored, type Key, toStored } from '../shared/table/record.ts'
import { type Call, cursorAfter, NEVER_WRITTEN, placeAt, type Table, type Write } from '../shared/table/table.ts'

const TRANSACTION_LIMIT = 100
const nameOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`
const inBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

export type MemoryTable = Table & {
  /** Every call since the start, in order. */
  readonly calls: readonly Call[]
  /** All items as they lie there, whatever their record. */
  readonly everything: () => readonly Record<string, unknown>[]
  /** Puts items there without a condition: what a test's world holds before it begins. */
  readonly put: (...writes: readonly Write[]) => void
}

export const memoryTable = (): MemoryTable => {
  const rows = new Map<string, Record<string, unknown>>()
  const calls: Call[] = []
  const called = (operation: Call['operation'], items: number): void => {
    calls.push({ operation, items, capacityUnits: 1 })
  }

  const keyOf = (write: Write): string =>
    nameOf(write.record.key((write.op === 'create' ? write.item : write.before) as never) as Key)

  const holds = (write: Write): boolean => {
    const there = rows.get(keyOf(write))
    const isToBeNone = write.op === 'create' || (write.op === 'require' && write.before.version === NEVER_WRITTEN)
    return isToBeNone ? there === undefined : there?.version === write.before.version
  }

  const apply = (write: Write): void => {
    if (write.op === 'remove') rows.delete(keyOf(write))
    if (write.op === 'create') rows.set(keyOf(write), plain(toStored(write.record, write.item, 1)))
    if (write.op === 'replace')
      rows.set(keyOf(write), plain(toStored(write.record, write.item, write.before.version + 1)))
  }

  const placesOf = (question: AnyQuestion, partition: string): { place: string; row: Record<string, unknown> }[] => {
    const [pk, sk] = question.slot === null ? ['pk', 'sk'] : [`${question.slot}pk`, `${question.slot}sk`]
    const partitions =
      question.shards === 1
        ? [partition]
        : Array.from({ length: question.shards }, (_, shard) => `${partition}#${shard}`)
    return [...rows.values()]
      .filter((row) => partitions.includes(row[pk as string] as string))
      .map((row) => ({ place: row[sk as string] as string, row }))
      .filter(({ place }) => place.startsWith(question.prefix ?? ''))
  }

  return {
    calls,
    everything: () => [...rows.values()].map(copyOf),
    put: (...writes) => {
      for (const write of writes) apply(write)
    },

    async load(lookups) {
      // Another request may run meanwhile, as it may with a real table.
      await nextTurn()
      const found = Object.entries(lookups).map(([name, { key }]) => {
        const row = rows.get(nameOf(key))
        return [name, row === undefined ? undefined : fromStored(copyOf(row))] as const
      })
      called('BatchGetItem', found.filter(([, item]) => item !== undefined).length)
      return Object.fromEntries(found) as never
    },

    async list(question, of, { limit, cursor, newestFirst = false, upTo }) {
      await nextTurn()
      const partition = question.partition(of as never)
      if (partition === undefined) return { items: [], cursor: null }
      const after = cursor === undefined ? undefined : placeAt(cursor, question.prefix ?? '')
      const direction = newestFirst ? -1 : 1
      const left = placesOf(question, partition)
        .filter(({ place }) => upTo === undefined || inBytes(place, upTo) <= 0)
        .filter(({ place }) => after === undefined || inBytes(place, after) * direction > 0)
        .sort((a, b) => inBytes(a.place, b.place) * direction)
      const page = left.slice(0, limit)
      called('Query', page.length)
      return {
        items: page.map(({ row }) => fromStored(copyOf(row))) as never,
        cursor: left.length > limit ? cursorAfter(page.at(-1)?.place ?? '') : null,
      }
    },

    async commit(writes) {
      await nextTurn()
      if (writes.length === 0 || writes.length > TRANSACTION_LIMIT)
        throw new Error(`A transaction takes 1 to ${TRANSACTION_LIMIT} items.`)
      if (new Set(writes.map(keyOf)).size !== writes.length) throw new Error('A transaction takes each item once.')
      called('TransactWriteItems', writes.length)
      const conflicts = writes.filter((write) => !holds(write))
      if (conflicts.length > 0) return { conflicts }
      for (const write of writes) apply(write)
      return 'done'
    },
  }
}

/** An item as a table gives it back: no `undefined`, nothing shared with whoever wrote it. */
const plain = (item: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(item)) as Record<string, unknown>

/** A copy of what `plain` made: `structuredClone` takes ten times as long, and tests read millions of items. */
const copyOf = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copyOf) as T
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, copyOf(one)])) as T
}
