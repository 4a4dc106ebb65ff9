/**
 * What calls consume, by DynamoDB's published arithmetic: reads in steps of 4 KB (half for index reads, which need not
 * be the newest), writes in steps of 1 KB (double within a transaction), and one more write for each index an item is in.
 */
import { type AnyQuestion, type AnyRecord, indexSlots, type Key, toStored } from '../../shared/table/record.ts'
import type { Lookup, Write } from '../../shared/table/table.ts'

const READ_STEP = 4096
const WRITE_STEP = 1024

/** The size of an item in bytes: names and values in UTF-8, numbers and the frame of lists and maps rounded up. */
export const sizeOf = (value: unknown): number => {
  if (value === undefined) return 0
  if (typeof value === 'string') return Buffer.byteLength(value)
  if (typeof value === 'number') return Math.min(21, Math.ceil(String(value).length / 2) + 1)
  if (value === null || typeof value === 'boolean') return 1
  const frame = Array.isArray(value) ? 3 : 0
  return Object.entries(value as object).reduce(
    (sum, [name, field]) =>
      field === undefined
        ? sum
        : sum + (Array.isArray(value) ? 1 : Buffer.byteLength(name)) + sizeOf(field) + nested(field),
    frame,
  )
}

const nested = (field: unknown): number => (typeof field === 'object' && field !== null ? 3 : 0)

const steps = (bytes: number, step: number): number => Math.max(1, Math.ceil(bytes / step))

/** Consistent reads: an item that is not there costs as much as a small one. */
export const capacityOfLoad = (
  lookups: Readonly<Record<string, Lookup>>,
  found: Readonly<Record<string, object | undefined>>,
): number => {
  const sizes = new Map(
    Object.entries(lookups).map(([name, { key }]) => [
      nameOf(key),
      found[name] === undefined ? 0 : sizeOf({ ...found[name], ...key }),
    ]),
  )
  return [...sizes.values()].reduce((units, bytes) => units + steps(bytes, READ_STEP), 0)
}

/** A page of an index; its items are summed before they are rounded, shard by shard. */
export const capacityOfList = ({ slot, shards }: AnyQuestion, items: readonly object[]): number => {
  const bytes = items.reduce((sum, item) => sum + sizeOf(item), 0)
  return steps(bytes / shards, READ_STEP) * shards * (slot === null ? 1 : 0.5)
}

export const capacityOfCommit = (writes: readonly Write[]): number =>
  writes.reduce((units, write) => {
    const item = 'item' in write ? write.item : write.before
    const stored = toStored(write.record, item, 1)
    const itself = 2 * steps(sizeOf(stored), WRITE_STEP)
    return (
      units +
      itself +
      (write.op === 'require' ? 0 : indexesOf(write.record, stored) * steps(sizeOf(stored), WRITE_STEP))
    )
  }, 0)

const indexesOf = (_record: AnyRecord, stored: Readonly<Record<string, unknown>>): number =>
  indexSlots.filter((slot) => stored[`${slot}pk`] !== undefined).length

const nameOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`
