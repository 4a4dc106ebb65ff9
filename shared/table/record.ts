/**
 * What the one table holds, declared: a record names its key, and its indexes by the question each answers.
 * CDK makes the table's indexes from these declarations and `docs/table.md` is written from them.
 */

/** The table's physical key. */
export type Key = { readonly pk: string; readonly sk: string }

/** An item as read: its fields and the version that guards its next write. */
export type Stored<T> = T & { readonly version: number }

/** The physical indexes; a record uses a slot under a name that says which question it answers. */
export const indexSlots = ['gsi1', 'gsi2', 'gsi3', 'gsi4'] as const
export type IndexSlot = (typeof indexSlots)[number]

/** One question that a list of records answers, by index or by the table's own key. */
export type Question<T = never, Q = never> = {
  readonly question: string
  /** The slot of the index, or `null` for the table's own partition. */
  readonly slot: IndexSlot | null
  /** The partition of a question's arguments (and so of an item); `undefined` leaves the item out of the index. */
  readonly partition: (q: Q) => string | undefined
  /** The place of an item in its partition. */
  readonly sort: (item: T) => string
  /** For the table's own partition: only sort keys beginning so. */
  readonly prefix?: string
  /** Over how many partitions an organisation-wide list is spread: one partition takes 1,000 writes a second. */
  readonly shards: number
}

// oxlint-disable-next-line typescript/no-explicit-any -- a list of questions of differing arguments has no closer type.
export type AnyQuestion = Question<any, any>

export type RecordKind<
  T extends object = object,
  K = never,
  I extends Record<string, AnyQuestion> = Record<string, AnyQuestion>,
> = {
  readonly name: string
  /** What one item is, in a sentence, for `docs/table.md`. */
  readonly holds: string
  readonly key: (of: K) => Key
  readonly by: I
  /** When the item may be tidied away, in Unix seconds; an end date is always checked when read as well. */
  readonly expires?: (item: T) => number | undefined
  /** Whose audit trail changes of an item belong to; without it, that of what the request was about. */
  readonly trail?: (item: T) => string
  /** The field that says when an item last changed: every commit sets it, whoever makes the change. */
  readonly stamp?: keyof T & string
  /** Fields that never go into the audit trail. */
  readonly secret?: readonly (keyof T & string)[]
  /** Carries the item's type, never a value. */
  readonly example?: T
}

// oxlint-disable-next-line typescript/no-explicit-any -- a catalogue of records of differing items has no closer type.
export type AnyRecord = RecordKind<any, any, any>

/** The item type of a record. */
export type ItemOf<R> =
  R extends RecordKind<infer T, never, never> ? T : R extends { readonly example?: infer T } ? NonNullable<T> : never

/** Declares a record: `record<Dossier>()({ name: 'dossier', key: …, by: {…} })`. */
export const record =
  <T extends object>() =>
  <K, I extends Record<string, AnyQuestion>>(kind: Omit<RecordKind<T, K, I>, 'example'>): RecordKind<T, K, I> =>
    kind

/** A question answered by an index. */
export const indexed = <T, Q>(
  slot: IndexSlot,
  question: string,
  partition: (q: Q) => string | undefined,
  sort: (item: T) => string,
  { shards = 1 }: { shards?: number } = {},
): Question<T, Q> => ({ slot, question, partition, sort, shards })

/** A question answered by the table's own partition: everything under one key that begins with a prefix. */
export const within = <Q>(question: string, partition: (q: Q) => string, prefix: string): Question<unknown, Q> => ({
  slot: null,
  question,
  partition,
  sort: () => '',
  prefix,
  shards: 1,
})

/** The shard of an item: a stable hash of its place, so that an update stays where the item was. */
export const shardOf = (sort: string, shards: number): number => {
  let hash = 0
  for (const character of sort) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return hash % shards
}

/** The partition's physical name with its shard. */
export const shardName = (partition: string, shards: number, shard: number): string =>
  shards === 1 ? partition : `${partition}#${shard}`

/** An item as it lies in the table: key, record's name, version, index attributes, expiry, fields. */
export const toStored = <T extends object>(kind: AnyRecord, item: T, version: number): Record<string, unknown> => {
  const stored: Record<string, unknown> = { ...item, ...kind.key(item as never), recordName: kind.name, version }
  for (const question of Object.values(kind.by) as AnyQuestion[]) {
    if (question.slot === null) continue
    const partition = question.partition(item as never)
    if (partition === undefined) continue
    const sort = question.sort(item as never)
    stored[`${question.slot}pk`] = shardName(partition, question.shards, shardOf(sort, question.shards))
    stored[`${question.slot}sk`] = sort
  }
  const expiry = kind.expires?.(item as never)
  if (expiry !== undefined) stored.ttl = expiry
  return stored
}

/** The fields of a stored item, without what only the table needs. */
export const fromStored = <T>(stored: Record<string, unknown>): Stored<T> => {
  const {
    pk: _pk,
    sk: _sk,
    recordName: _name,
    ttl: _ttl,
    gsi1pk: _1,
    gsi1sk: _2,
    gsi2pk: _3,
    gsi2sk: _4,
    gsi3pk: _5,
    gsi3sk: _6,
    gsi4pk: _7,
    gsi4sk: _8,
    ...fields
  } = stored
  return fields as Stored<T>
}
