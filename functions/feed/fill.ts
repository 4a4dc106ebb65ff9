import type { OutboxEntry } from '../../shared/events.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, perhaps, update, type Write } from '../../shared/table/table.ts'
import { type JobTools, TryAgain } from '../kernel/job.ts'
import { type Concern, concernOf } from './concerns.ts'
import { nextMorning } from './next-morning.ts'
import {
  choiceAt,
  type Digest,
  Digests,
  FeedEntries,
  type FeedEntry,
  type MailPreference,
  MailPreferences,
} from './records.ts'

/** So many people in one transaction: each has an entry and perhaps a daily mail that grows. */
const TOGETHER = 30
const RUNS = 8

/** Writes an entry into the feed of everybody whom an event concerns, once each, however often it is delivered. */
export const fillFeed = async (event: OutboxEntry, tools: JobTools, timeZone: string): Promise<void> => {
  const concern = concernOf(event.type)
  if (concern === undefined) return
  const people = [...new Set(await concern.whom(event.data as never, tools))]
  for (let from = 0; from < people.length; from += TOGETHER)
    await fillTogether(people.slice(from, from + TOGETHER), entryOf(concern, event), tools, timeZone)
}

type Entry = Omit<FeedEntry, 'personId' | 'digest'>

export const entryOf = (concern: Concern, { eventId, at, type, data }: OutboxEntry): Entry => ({
  feedEntryId: eventId,
  at,
  type,
  kind: concern.kind,
  by: concern.by(data as never),
  about: concern.about(data as never),
  people: concern.people?.(data as never) ?? [],
  facts: concern.facts?.(data as never) ?? {},
})

/** Read, and written on what was read: two events that concern one person at once do not lose a line of their mail. */
const fillTogether = async (
  people: readonly string[],
  entry: Entry,
  tools: JobTools,
  timeZone: string,
): Promise<void> => {
  for (let run = 0; run < RUNS; run++) {
    const found = (await tools.read(
      Object.fromEntries(
        people.flatMap((personId) => [
          [`entry ${personId}`, perhaps(FeedEntries, { personId, feedEntryId: entry.feedEntryId })],
          [`preference ${personId}`, perhaps(MailPreferences, { personId })],
          [`digest ${personId}`, perhaps(Digests, { personId })],
        ]),
      ),
    )) as Readonly<Record<string, Stored<object> | undefined>>
    const writes = people.flatMap((personId) => {
      if (found[`entry ${personId}`] !== undefined) return []
      const preference = found[`preference ${personId}`] as MailPreference | undefined
      const isDaily = choiceAt(preference, entry.kind, entry.at) === 'daily'
      const digest = found[`digest ${personId}`] as Stored<Digest> | undefined
      return writesOf({ ...entry, personId }, isDaily ? gathered(digest, personId, tools.now, timeZone) : undefined)
    })
    // A feed repeats what the audit trail holds already: its writes have no entries of their own there.
    if (writes.length === 0 || (await tools.table.commit(writes)) === 'done') return
  }
  throw new TryAgain('Others write into the same feeds.')
}

type Gathered = { readonly number: number; readonly write: Write }

/** The daily mail of somebody with one more line; it is due on the first morning after the one before was sent. */
const gathered = (before: Stored<Digest> | undefined, personId: string, now: string, timeZone: string): Gathered => {
  const since = [now, before?.lastAt ?? ''].sort().at(-1) as string
  const dueAt = before?.dueAt ?? nextMorning(since, timeZone)
  if (before === undefined)
    return { number: 1, write: create(Digests, { personId, number: 1, lines: 1, dueAt, lastAt: null }) }
  return { number: before.number, write: update(Digests, before, { lines: before.lines + 1, dueAt }) }
}

const writesOf = (entry: Omit<FeedEntry, 'digest'>, digest: Gathered | undefined): readonly Write[] => [
  create(FeedEntries, { ...entry, digest: digest?.number ?? null }),
  ...(digest === undefined ? [] : [digest.write]),
]
