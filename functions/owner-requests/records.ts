import { indexed, record, within } from '../../shared/table/record.ts'

export const wishes = ['share', 'transfer'] as const
export const ownerRequestStates = ['pending', 'granted', 'refused', 'withdrawn', 'expired'] as const
export type OwnerRequestState = (typeof ownerRequestStates)[number]

/** How a request ended; every end has a moment, and whoever made it, unless time did. */
export type OwnerRequestOutcome = {
  /** The owner who answered, or the requester who withdrew; `null` when it expired. */
  readonly by: string | null
  readonly at: string
  readonly reason: string | null
  /** The offer that a granted transfer began with; nothing changes hands before it is accepted (D-11). */
  readonly offerId: string | null
}

/**
 * A member asks the owner of a dossier for a share or for the dossier itself (D-22). It names no owner: whoever owns the
 * dossier when it is answered, answers it. It changes once: when it ends.
 */
export type OwnerRequest = {
  readonly dossierId: string
  readonly requestId: string
  readonly requestedBy: string
  readonly wants: (typeof wishes)[number]
  /** How far the share that is asked for goes; `null` where a transfer is. */
  readonly access: 'read' | 'write' | null
  readonly message: string | null
  readonly state: OwnerRequestState
  readonly askedAt: string
  readonly expiresAt: string
  readonly outcome: OwnerRequestOutcome | null
}

export const OwnerRequests = record<OwnerRequest>()({
  name: 'owner-request',
  holds: 'That a member asks the owner of a dossier for a share or a transfer, and how it ended.',
  key: ({ dossierId, requestId }: { dossierId: string; requestId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `OWNER-REQUEST#${requestId}`,
  }),
  by: {
    ofDossier: within<{ dossierId: string }>(
      'The requests to the owner of a dossier',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'OWNER-REQUEST#',
    ),
    due: indexed<OwnerRequest, { state?: OwnerRequestState }>(
      'gsi1',
      'The pending requests to owners in the organisation, by when they expire',
      ({ state = 'pending' }) => (state === 'pending' ? 'OWNER-REQUESTS-DUE' : undefined),
      ({ expiresAt, requestId }) => `${expiresAt}#${requestId}`,
      { shards: 4 },
    ),
  },
  trail: ({ dossierId }) => `DOSSIER#${dossierId}`,
})

/** Which pending request somebody has in a dossier, and until when it is pending. */
export type OwnerRequestClaim = {
  readonly dossierId: string
  readonly personId: string
  readonly requestId: string
  readonly expiresAt: string
}

export const OwnerRequestClaims = record<OwnerRequestClaim>()({
  name: 'owner-request-claim',
  holds: 'The pending request of a member to the owner of a dossier; its key makes it the only one (D-22).',
  key: ({ dossierId, personId }: { dossierId: string; personId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `OWNER-REQUEST-CLAIM#${personId}`,
  }),
  by: {
    ofDossier: within<{ dossierId: string }>(
      'The requests to the owner of a dossier that wait for an answer',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'OWNER-REQUEST-CLAIM#',
    ),
  },
  trail: ({ dossierId }) => `DOSSIER#${dossierId}`,
})
