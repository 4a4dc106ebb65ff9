import type { Language } from '../../shared/people.ts'
import type { Profile } from '../../shared/roles.ts'
import { indexed, record, within } from '../../shared/table/record.ts'

export type RequestState = 'pending' | 'approved' | 'refused' | 'withdrawn' | 'expired'

/** How a request ended; every end has a moment, and whoever made it, unless time did. */
export type RequestOutcome = {
  /** The person who decided or withdrew; `null` when it expired. */
  readonly by: string | null
  readonly at: string
  /** The profile that was given, which may differ from the one asked for; `null` when none was. */
  readonly profile: Profile | null
  readonly reason: string | null
}

/** Somebody of a dossier asks that a new person may use it (P-11). It changes once: when it ends. */
export type AccessRequest = {
  readonly dossierId: string
  readonly requestId: string
  /** The client user who asked. */
  readonly requestedBy: string
  /** The client users who asked for the same while it was pending, and so joined it (P-12). */
  readonly joinedBy: readonly string[]
  /** The new person: name, address in lower case, language of their mails, profile wanted. */
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly profile: Profile
  readonly message: string | null
  readonly state: RequestState
  readonly askedAt: string
  readonly expiresAt: string
  readonly outcome: RequestOutcome | null
}

export const AccessRequests = record<AccessRequest>()({
  name: 'access-request',
  holds: 'That a client user asks for access for a new person, and how it ended.',
  key: ({ dossierId, requestId }: { dossierId: string; requestId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `ACCESS-REQUEST#${requestId}`,
  }),
  by: {
    ofDossier: within<{ dossierId: string }>(
      'The access requests of a dossier',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'ACCESS-REQUEST#',
    ),
    ofAddress: indexed<AccessRequest, { dossierId: string; email: string }>(
      'gsi1',
      'The requests for one address in a dossier, oldest first: the background of a decision',
      ({ dossierId, email }) => `REQUESTS#${dossierId}#${email}`,
      ({ requestId }) => requestId,
    ),
  },
})

/** Which pending request an address has in a dossier. */
export type RequestClaim = { readonly dossierId: string; readonly email: string; readonly requestId: string }

export const RequestClaims = record<RequestClaim>()({
  name: 'request-claim',
  holds: 'The pending request for an address in a dossier; its key makes it the only one (P-12).',
  key: ({ dossierId, email }: { dossierId: string; email: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `REQUEST-CLAIM#${email}`,
  }),
  by: {
    ofDossier: within<{ dossierId: string }>(
      'The requests of a dossier that wait for their verdict',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'REQUEST-CLAIM#',
    ),
  },
})

/**
 * What is still to be done about a pending request. It stands apart from the request, because a decision is on the
 * version that the decider saw (P-12), and a reminder changes nothing of what they saw.
 */
export type FollowUp = {
  readonly dossierId: string
  readonly requestId: string
  /** How many times somebody was asked for their verdict. */
  readonly asks: number
  /** When somebody is to be asked next; `null` when nobody is any more. */
  readonly nextAskAt: string | null
  /** When something is to be done: the next asking, or the expiry. */
  readonly dueAt: string
  /** The administrators who were asked last because the responsible was not active; else nobody. */
  readonly standIns: readonly string[]
  /** How often a new execution had to take over from one that was lost. */
  readonly revivals: number
  /** Answers the execution that waits. */
  readonly taskToken?: string | undefined
}

export const FollowUps = record<FollowUp>()({
  name: 'follow-up',
  holds: 'What is still to be done about a pending access request, and which execution waits for its end.',
  key: ({ dossierId, requestId }: { dossierId: string; requestId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `FOLLOW-UP#${requestId}`,
  }),
  by: {
    due: indexed<FollowUp, object>(
      'gsi1',
      'The pending requests of the organisation by the time something is to be done about them',
      () => 'REQUESTS-DUE',
      ({ dueAt, requestId }) => `${dueAt}#${requestId}`,
      { shards: 4 },
    ),
  },
  secret: ['taskToken'],
})
