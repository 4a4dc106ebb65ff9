import * as z from 'zod/mini'
import { organisation } from '../../shared/contract/resource.ts'
import { route } from '../../shared/contract/route.ts'
import { cursor, id, limit, nothing, pageOf, time } from '../../shared/contract/schemas.ts'
import { mailChoices, type NoticeKind, noticeKindNames } from './notice-kinds.ts'
import { mailPreference } from './resource.ts'

const kind = z.enum(noticeKindNames)

const FeedEntryView = z.object({
  feedEntryId: id,
  at: time,
  kind,
  /** What happened, by the name of its event. */
  type: z.string(),
  /** Said in the language of the request. */
  sentence: z.string(),
  /** Whether one may still know what it is about; if not, nothing below says anything. */
  known: z.boolean(),
  by: z.nullable(z.object({ personId: id, name: z.string() })),
  dossierNumber: z.nullable(z.int()),
  /** The things it is about, by the names of their paths. */
  about: z.object({
    dossierId: z.optional(id),
    offerId: z.optional(id),
    ownerRequestId: z.optional(id),
    requestId: z.optional(id),
    documentId: z.optional(id),
    transferId: z.optional(id),
    batchId: z.optional(id),
    bulkTransferId: z.optional(id),
    spaceId: z.optional(id),
    entryId: z.optional(id),
  }),
})

const choice = z.enum(mailChoices)
const choices = Object.fromEntries(noticeKindNames.map((one) => [one, choice])) as Record<NoticeKind, typeof choice>

export const routes = {
  listFeed: route('GET /v1/me/feed', {
    summary: 'See what happened that concerns one, newest first',
    action: 'feed.read',
    on: organisation,
    input: z.strictObject({
      limit,
      cursor,
      /** Of one kind alone. */
      kind: z.optional(kind),
      /** Nothing from before this moment. */
      since: z.optional(time),
    }),
    output: pageOf(FeedEntryView),
    uses: { table: 'read' },
  }),
  readMailPreferences: route('GET /v1/me/mail-preferences', {
    summary: 'See which mails one gets: at once, once a day or none, for each kind of notice',
    description: 'Mails that somebody must act on by their link are sent whatever is chosen.',
    action: 'mail-preference.read',
    on: mailPreference,
    input: nothing,
    output: z.object(choices),
    uses: { table: 'read' },
  }),
  changeMailPreferences: route('PUT /v1/me/mail-preferences', {
    summary: 'Choose which mails one gets',
    action: 'mail-preference.change',
    on: mailPreference,
    input: z.strictObject(choices),
    output: z.object(choices),
    problems: ['conflict', 'precondition-failed'],
    uses: { table: 'write' },
  }),
}
