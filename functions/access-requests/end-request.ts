import { type DomainEvent, event } from '../../shared/events.ts'
import type { Stored } from '../../shared/table/record.ts'
import { remove, update, type Write } from '../../shared/table/table.ts'
import {
  type AccessRequest,
  AccessRequests,
  type RequestClaim,
  RequestClaims,
  type RequestOutcome,
  type RequestState,
} from './records.ts'

export type End = Exclude<RequestState, 'pending' | 'information-asked'>

/** Whether a verdict is still to come, whoever is to do something for it. */
export const isWaiting = (state: RequestState): state is 'pending' | 'information-asked' =>
  state === 'pending' || state === 'information-asked'

/** Where a request stands at a moment: an end date counts from then on, whether or not it was written down. */
export const stateAt = ({ state, expiresAt }: AccessRequest, now: string): RequestState =>
  isWaiting(state) && expiresAt <= now ? 'expired' : state

/**
 * Ends a request, once: the write is on the version that was read, so of two ends that meet only one is. The claim of
 * the address goes with it, so that it may be asked for again; pass none when it passes on to another request.
 */
export const endRequest = (
  request: Stored<AccessRequest>,
  claim: Stored<RequestClaim> | undefined,
  state: End,
  outcome: RequestOutcome,
): { readonly request: AccessRequest; readonly writes: readonly Write[]; readonly events: readonly DomainEvent[] } => {
  const { dossierId, requestId } = request
  return {
    request: { ...request, state, outcome },
    writes: [
      update(AccessRequests, request, { state, outcome }),
      ...(claim?.requestId === requestId ? [remove(RequestClaims, claim)] : []),
    ],
    events: [event('access-request-ended', { dossierId, requestId, outcome: state })],
  }
}

/** The outcome of a request that nobody answered in time. */
export const unanswered = (at: string): RequestOutcome => ({ by: null, at, profile: null, reason: null })
