import { type DomainEvent, event } from '../../shared/events.ts'
import type { Stored } from '../../shared/table/record.ts'
import { remove, update, type Write } from '../../shared/table/table.ts'
import {
  type OwnerRequest,
  type OwnerRequestClaim,
  OwnerRequestClaims,
  type OwnerRequestOutcome,
  type OwnerRequestState,
  OwnerRequests,
} from './records.ts'

/** Where a request stands at a moment: an end date counts from then on, whether or not it was written down. */
export const stateAt = ({ state, expiresAt }: OwnerRequest, now: string): OwnerRequestState =>
  state === 'pending' && expiresAt <= now ? 'expired' : state

type End = Omit<OwnerRequestOutcome, 'offerId'> & { readonly offerId?: string }

/**
 * Ends a request, once: the write is on the version that was read, so of two ends that meet only one is. The claim goes
 * with it, so that its requester may ask again; one that stands for a later request stays (D-22).
 */
export const endRequest = (
  request: Stored<OwnerRequest>,
  claim: Stored<OwnerRequestClaim> | undefined,
  ownerId: string,
  state: Exclude<OwnerRequestState, 'pending'>,
  { offerId, ...end }: End,
): { readonly request: OwnerRequest; readonly writes: readonly Write[]; readonly events: readonly DomainEvent[] } => {
  const { dossierId, requestId, requestedBy, wants } = request
  const outcome = { ...end, offerId: offerId ?? null }
  const ended = { dossierId, requestId, requestedBy, ownerId, wants, outcome: state, by: end.by }
  return {
    request: { ...request, state, outcome },
    writes: [
      update(OwnerRequests, request, { state, outcome }),
      ...(claim?.requestId === requestId ? [remove(OwnerRequestClaims, claim)] : []),
    ],
    events: [event('owner-request-ended', ended)],
  }
}
