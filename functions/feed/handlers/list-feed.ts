import type { Handler } from '../../kernel/handler.ts'
import { FeedEntries, type FeedEntry } from '../records.ts'
import type { routes } from '../routes.ts'
import { tellEntries } from '../tell-entries.ts'

/**
 * What happened that concerns whoever asks, newest first. What an entry is about is read again, consistently: whatever
 * they may not know of any more is told without any detail of it (D-05, D-06).
 */
export const listFeed: Handler<typeof routes.listFeed> = async (context) => {
  const { actor, input, list, language } = context
  const { kind, limit, cursor } = input
  const since = input.since === undefined ? '' : new Date(input.since).toISOString()
  const { personId } = actor
  const options = { limit, cursor, newestFirst: true }
  const page = await (kind === undefined
    ? list<FeedEntry>(FeedEntries.by.ofPerson, { personId }, options)
    : list<FeedEntry>(FeedEntries.by.ofKind, { personId, kind }, options))
  const recent = page.items.filter(({ at }) => at >= since)
  const told = await tellEntries(actor, recent, context)
  const items = told.map(({ entry, known, number, byName, sentence }) => ({
    feedEntryId: entry.feedEntryId,
    at: entry.at,
    kind: entry.kind,
    type: entry.type,
    sentence: sentence[language],
    known,
    by: entry.by === null || byName === null ? null : { personId: entry.by, name: byName },
    dossierNumber: number,
    about: entry.about,
  }))
  return { view: { items, cursor: recent.length < page.items.length ? null : page.cursor } }
}
