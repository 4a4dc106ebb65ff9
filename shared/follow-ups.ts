/**
 * What is still to be done about what waits for an answer: an access request, an offer, an approval. It stands
 * apart from what waits, because an answer is on the version that was seen, and a reminder changes nothing of that.
 */
import { indexed, record } from './table/record.ts'

export type FollowUp = {
  readonly dossierId: string
  /** What waits: the id of the request, of the offer, or of the approval. */
  readonly requestId: string
  /** Which workflow follows it; unset for an access request. */
  readonly workflow?: 'access-request' | 'offer' | 'approval' | undefined
  /** How many times somebody was asked for their answer. */
  readonly asks: number
  /** When somebody is to be asked next; `null` when nobody is any more. */
  readonly nextAskAt: string | null
  /** When something is to be done: the next asking, or the expiry. */
  readonly dueAt: string
  /** The administrators who were asked last because nobody who answers was left, or nobody answered; else nobody. */
  readonly standIns: readonly string[]
  /** Of an access request: everybody who was asked since it was made, or since information was given about it. */
  readonly asked?: readonly string[] | undefined
  /** How often a new execution had to take over from one that was lost. */
  readonly revivals: number
  /** Answers the execution that waits. */
  readonly taskToken?: string | undefined
}

export const FollowUps = record<FollowUp>()({
  name: 'follow-up',
  holds: 'What is still to be done about a pending request or offer, and which execution waits for its end.',
  key: ({ dossierId, requestId }: { dossierId: string; requestId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `FOLLOW-UP#${requestId}`,
  }),
  by: {
    due: indexed<FollowUp, object>(
      'gsi1',
      'The pending requests and offers of the organisation by the time something is to be done about them',
      () => 'REQUESTS-DUE',
      ({ dueAt, requestId }) => `${dueAt}#${requestId}`,
      { shards: 4 },
    ),
  },
  secret: ['taskToken'],
  trail: ({ dossierId }) => `DOSSIER#${dossierId}`,
})
