import { type DomainEvent, event } from '../../shared/events.ts'
import { type FollowUp, FollowUps } from '../../shared/follow-ups.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, update, type Write } from '../../shared/table/table.ts'
import type { Background } from './background.ts'
import { endRequest, isWaiting, stateAt, unanswered } from './end-request.ts'
import { joinRequest } from './join-request.ts'
import { openRequest } from './open-request.ts'
import {
  type AccessRequest,
  AccessRequests,
  type RequestClaim,
  RequestClaims,
  type RequestProgress,
} from './records.ts'
import { whyNotAgain, whyNotFor } from './why-not-ask.ts'

type Asking = Omit<Parameters<typeof openRequest>[0], 'dossier' | 'refusal'> & { readonly pauseDays: number }

export type Placed = {
  readonly request: AccessRequest
  readonly followUp: FollowUp | undefined
  readonly steps: RequestProgress | undefined
  readonly version: number
  readonly writes: readonly Write[]
  readonly events: readonly DomainEvent[]
}

/** What asking comes to in one dossier: a new request, or one that waits and is joined (P-12); or why it is neither. */
export const placeRequest = (asking: Asking, dossierId: string, found: Background): Placed | Problem => {
  const { actor, input, pauseDays, now } = asking
  const { claim, refusal, earlier, followUp: underWay, steps } = found.of(dossierId)
  const refused = found.known === undefined ? undefined : whyNotFor(found.known(dossierId), input, now)
  if (refused !== undefined) return refused
  if (earlier !== undefined && isWaiting(stateAt(earlier, now))) {
    const { view, ...joined } = joinRequest(earlier, actor.personId)
    return { request: view, followUp: underWay, steps, ...joined, events: [] }
  }
  const tooSoon = whyNotAgain(refusal, input, pauseDays, now)
  if (tooSoon !== undefined) return tooSoon

  // One whose time is over and that no tick has ended yet gives its place to the new one.
  const ended = isOverUntold(earlier)
    ? endRequest(earlier, undefined, 'expired', unanswered(now))
    : { writes: [], events: [] }
  const { request, followUp } = openRequest({ ...asking, dossier: { dossierId }, refusal })
  const { requestId } = request
  return {
    request,
    followUp,
    steps: undefined,
    version: 1,
    writes: [
      ...ended.writes,
      create(AccessRequests, request),
      create(FollowUps, followUp),
      claimFor(claim, { dossierId, email: request.email, requestId }),
    ],
    events: [...ended.events, event('access-requested', { dossierId, requestId })],
  }
}

const isOverUntold = (earlier: Stored<AccessRequest> | undefined): earlier is Stored<AccessRequest> =>
  earlier !== undefined && isWaiting(earlier.state)

const claimFor = (before: Stored<RequestClaim> | undefined, claim: RequestClaim): Write =>
  before === undefined ? create(RequestClaims, claim) : update(RequestClaims, before, claim)
