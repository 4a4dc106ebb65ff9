import type { EventType } from '../../shared/events.ts'
import { indexed, record, within } from '../../shared/table/record.ts'
import { type MailChoice, type MailChoices, type NoticeKind, unchosen } from './notice-kinds.ts'

/** What an entry is about, by the names that the API's own paths have for it. */
export type Subject = {
  readonly [N in
    | 'dossierId'
    | 'offerId'
    | 'ownerRequestId'
    | 'requestId'
    | 'documentId'
    | 'transferId'
    | 'batchId'
    | 'bulkTransferId'
    | 'spaceId'
    | 'entryId']?: string | undefined
}

/** Counts, outcomes and the like: what a sentence needs beside names, never content. */
export type Facts = Readonly<Record<string, string | number | boolean>>

/**
 * That something happened which concerns somebody: ids, kinds and who acted. Its sentence is made when it is shown, so
 * that what one may not know of any more is not told (D-06).
 */
export type FeedEntry = {
  readonly personId: string
  /** The id of the event, by which entries of one person are in the order of time. */
  readonly feedEntryId: string
  readonly at: string
  readonly kind: NoticeKind
  readonly type: EventType
  /** Who acted; `null` where time did. */
  readonly by: string | null
  readonly about: Subject
  /** Further people whom it names. */
  readonly people: readonly string[]
  readonly facts: Facts
  /** The daily mail that it is told in; `null` where its person chose to be mailed at once, or not at all. */
  readonly digest: number | null
}

const DAYS_KEPT = 400

export const FeedEntries = record<FeedEntry>()({
  name: 'feed-entry',
  holds: 'That something happened which concerns somebody: ids, kinds and who acted, no content and no name.',
  key: ({ personId, feedEntryId }: { personId: string; feedEntryId: string }) => ({
    pk: `PERSON#${personId}`,
    sk: `FEED#${feedEntryId}`,
  }),
  by: {
    ofPerson: within<{ personId: string }>(
      'What happened that concerns somebody',
      ({ personId }) => `PERSON#${personId}`,
      'FEED#',
    ),
    ofKind: indexed<FeedEntry, { personId: string; kind: NoticeKind }>(
      'gsi1',
      'What happened of one kind that concerns somebody',
      ({ personId, kind }) => `FEED#${personId}#${kind}`,
      ({ feedEntryId }) => feedEntryId,
    ),
    ofDigest: indexed<FeedEntry, { personId: string; digest: number | null }>(
      'gsi2',
      'What is told in one daily mail to somebody, oldest first',
      ({ personId, digest }) => (digest === null ? undefined : `DIGEST#${personId}#${digest}`),
      ({ feedEntryId }) => feedEntryId,
    ),
  },
  expires: ({ at }) => Math.floor(Date.parse(at) / 1000) + DAYS_KEPT * 86_400,
})

/** Which mails somebody chose to get, kind by kind (B-06). */
export type MailPreference = {
  readonly personId: string
  readonly choices: MailChoices
  readonly changedAt: string
  /** What held until then: an event from before the change is told as it was chosen then, whoever looks when. */
  readonly before: MailChoices
}

export const MailPreferences = record<MailPreference>()({
  name: 'mail-preference',
  holds: 'Which mails somebody chose to get: at once, once a day or none, for each kind of notice.',
  key: ({ personId }: { personId: string }) => ({ pk: `PERSON#${personId}`, sk: 'MAIL-PREFERENCE' }),
  by: {},
  trail: ({ personId }) => `PERSON#${personId}`,
})

/** What somebody wants of a notice of this kind about something that happened at this moment. */
export const choiceAt = (preference: MailPreference | undefined, kind: NoticeKind, at: string): MailChoice => {
  if (preference === undefined) return unchosen[kind]
  const then: Partial<MailChoices> = at < preference.changedAt ? preference.before : preference.choices
  // A kind that came into being after they chose.
  return then[kind] ?? unchosen[kind]
}

/** The daily mail of somebody that is being gathered (B-06). */
export type Digest = {
  readonly personId: string
  /** Which one it is; each entry is told in one, and each is sent once. */
  readonly number: number
  /** How many entries are to be told in it. */
  readonly lines: number
  /** The morning on which it is due; `null` while nothing waits. */
  readonly dueAt: string | null
  /** When the one before was sent. */
  readonly lastAt: string | null
}

export const Digests = record<Digest>()({
  name: 'digest',
  holds: 'The daily mail of somebody that is being gathered: how much waits in it, and when it is due.',
  key: ({ personId }: { personId: string }) => ({ pk: `PERSON#${personId}`, sk: 'DIGEST' }),
  by: {
    due: indexed<Digest, { dueAt?: string | null }>(
      'gsi1',
      'The daily mails of the organisation by when they are due',
      ({ dueAt = '' }) => (dueAt === null ? undefined : 'DIGESTS-DUE'),
      ({ dueAt, personId }) => `${dueAt}#${personId}`,
      { shards: 4 },
    ),
  },
  trail: ({ personId }) => `PERSON#${personId}`,
})
