import { event } from '../../../shared/events.ts'
import { FollowUps } from '../../../shared/follow-ups.ts'
import { EmailClaims } from '../../../shared/people.ts'
import { create, perhaps, update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { endRequest, stateAt, unanswered } from '../end-request.ts'
import { joinRequest } from '../join-request.ts'
import { openRequest } from '../open-request.ts'
import { AccessRequests, RequestClaims } from '../records.ts'
import type { routes } from '../routes.ts'
import { showRequest } from '../show-request.ts'
import { whyNotAsk } from '../why-not-ask.ts'

/** Asks for access for a new person; asked again for the same address while it is pending, joins that request (P-12). */
export const requestAccess: Handler<typeof routes.requestAccess> = async (asking) => {
  const { actor, dossier, input, read, now } = asking
  const { dossierId } = dossier
  const { person, claim } = await read({
    person: perhaps(EmailClaims, { email: input.email }),
    claim: perhaps(RequestClaims, { dossierId, email: input.email }),
  })
  const refused = person === undefined ? undefined : await whyNotAsk(asking, person.personId)
  if (refused !== undefined) return refused
  const { request: earlier, followUp: underWay } = claim === undefined ? {} : await read(requestOf(claim))
  if (earlier !== undefined && stateAt(earlier, now) === 'pending') {
    const { view, version, writes } = joinRequest(earlier, actor.personId)
    return { view: showRequest(view, underWay, now), version, writes }
  }

  // One whose time is over and that no tick has ended yet gives its place to the new one.
  const ended =
    earlier?.state === 'pending'
      ? endRequest(earlier, undefined, 'expired', unanswered(now))
      : { writes: [], events: [] }
  const { request, followUp } = openRequest(asking)
  const newClaim = { dossierId, email: request.email, requestId: request.requestId }
  return {
    view: showRequest(request, followUp, now),
    version: 1,
    writes: [
      ...ended.writes,
      create(AccessRequests, request),
      create(FollowUps, followUp),
      claim === undefined ? create(RequestClaims, newClaim) : update(RequestClaims, claim, newClaim),
    ],
    events: [...ended.events, event('access-requested', { dossierId, requestId: request.requestId })],
  }
}

const requestOf = (key: { readonly dossierId: string; readonly requestId: string }) => ({
  request: perhaps(AccessRequests, key),
  followUp: perhaps(FollowUps, key),
})
