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
