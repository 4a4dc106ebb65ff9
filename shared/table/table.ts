/**
 * The port through which everything reads and writes the one table. Writes are plain data, so that a handler can
 * return them and a test can look at them; each carries the version it was made from, so that nothing is overwritten.
 */
import type { AnyQuestion, AnyRecord, ItemOf, Key, RecordKind, Stored } from './record.ts'

/** One change of one item. All changes of a commit happen together or not at all. */
export type Write =
  | { readonly op: 'create'; readonly record: AnyRecord; readonly item: object }
  | { readonly op: 'replace'; readonly record: AnyRecord; readonly before: Stored<object>; readonly item: object }
  | { readonly op: 'remove'; readonly record: AnyRecord; readonly before: Stored<object> }
  | { readonly op: 'require'; readonly record: AnyRecord; readonly before: Stored<object> }

/** Adds an item; conflicts when its key is taken. */
export const create = <T extends object, K>(
  record: RecordKind<T, K, never> | RecordKind<T, K>,
  item: NoInfer<T>,
): Write => ({
  op: 'create',
  record,
  item,
})

/** Changes fields of an item that was read; conflicts when it has changed since. A field set to `undefined` is removed. */
export const update = <T extends object, K>(
  record: RecordKind<T, K>,
  before: Stored<NoInfer<T>>,
  changes: { readonly [F in keyof T]?: T[F] | undefined },
): Write => {
  const { version: _version, ...fields } = { ...before, ...changes }
  return { op: 'replace', record, before, item: fields }
}

/** Removes an item that was read; conflicts when it has changed since. */
export const remove = <T extends object, K>(record: RecordKind<T, K>, before: Stored<T>): Write => ({
  op: 'remove',
  record,
  before,
})

/** Changes nothing, but conflicts when an item that the decision rested on has changed since it was read. */
export const require = <T extends object, K>(record: RecordKind<T, K>, before: Stored<T>): Write => ({
  op: 'require',
  record,
  before,
})

/** Changes nothing, but conflicts when an item that was not there when the decision was made is there by now. */
export const requireNone = <T extends object, K extends object>(record: RecordKind<T, K>, of: NoInfer<K>): Write => ({
  op: 'require',
  record,
  before: { ...of, version: NEVER_WRITTEN },
})

/** The version of an item that does not exist: every one that does has a later one. */
export const NEVER_WRITTEN = 0

/** One item to read by key. */
export type Lookup<T extends object = object, Required extends boolean = boolean> = {
  readonly record: AnyRecord
  readonly key: Key
  readonly required: Required
  readonly example?: T
}

/** An item that must exist: without it the resource does not. */
export const the = <R extends AnyRecord>(record: R, of: Parameters<R['key']>[0]): Lookup<ItemOf<R> & object, true> => ({
  record,
  key: record.key(of),
  required: true,
})

/** An item that may exist: a relation, a counter, a claim. */
export const perhaps = <R extends AnyRecord>(
  record: R,
  of: Parameters<R['key']>[0],
): Lookup<ItemOf<R> & object, false> => ({ record, key: record.key(of), required: false })

/** What lookups bring, by the same names. */
export type Loaded<L> = {
  readonly [N in keyof L]: L[N] extends Lookup<infer T, infer R>
    ? R extends true
      ? Stored<T>
      : Stored<T> | undefined
    : never
}

/** One page of a list, with the cursor of the next, if there is one. */
export type Page<T> = { readonly items: readonly Stored<T>[]; readonly cursor: string | null }

export type PageOptions = {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly newestFirst?: boolean
  /** Only places up to and including this one. */
  readonly upTo?: string
}

/** What a call cost; benches and budgets listen. */
export type Call = {
  readonly operation: 'BatchGetItem' | 'Query' | 'TransactWriteItems'
  readonly items: number
  readonly capacityUnits: number
}

/** A commit that did not happen: which of its writes met something newer. */
export type Conflict = { readonly conflicts: readonly Write[] }

export interface Table {
  /** Reads items consistently, in one call up to 100 of them; throws when the table cannot answer. */
  load<L extends Readonly<Record<string, Lookup>>>(lookups: L): Promise<{ [N in keyof L]: Stored<object> | undefined }>
  /** One page of a question's answer, in order of place. Index reads lag: re-check before answering anyone. */
  list<T>(question: AnyQuestion, of: unknown, options: PageOptions): Promise<Page<T>>
  /** All writes together (at most 100), or none: `{ conflicts }` names what met something newer. */
  commit(writes: readonly Write[]): Promise<'done' | Conflict>
}

/** The cursor that goes on after a place: what `list` gives, and what somebody who merges two lists must give. */
export const cursorAfter = (place: string): string => Buffer.from(place).toString('base64url')

/** No sort key lies before or after these: keys are compared by their UTF-8 bytes, and none is empty. */
export const FIRST = ' '
export const LAST = '\u{10ffff}'

/** The place that a cursor goes on after; throws `UnreadableCursor` when no list with this prefix could have given it. */
export const placeAt = (cursor: string, prefix = ''): string => {
  const place = Buffer.from(cursor, 'base64url').toString('utf8')
  // A place outside every list would turn its bounds around, which the service takes for a fault.
  const outside = place < FIRST || place.startsWith(LAST)
  if (outside || !place.startsWith(prefix) || cursorAfter(place) !== cursor)
    throw new UnreadableCursor('This cursor was not given by us.')
  return place
}

/** A cursor that the table did not give. */
export class UnreadableCursor extends Error {
  override name = 'UnreadableCursor'
}
