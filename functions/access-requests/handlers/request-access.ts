import { event } from '../../../shared/events.ts'
import { EmailClaims, People } from '../../../shared/people.ts'
import { type Problem, problem } from '../../../shared/problems.ts'
import { create, perhaps, update } from '../../../shared/table/table.ts'
import { DossierAccesses } from '../../dossiers/records.ts'
import type { Context, Handler } from '../../kernel/handler.ts'
import { endRequest, stateAt, unanswered } from '../end-request.ts'
import { openRequest } from '../open-request.ts'
import { AccessRequests, FollowUps, RequestClaims } from '../records.ts'
import type { routes } from '../routes.ts'
import { showRequest } from '../show-request.ts'

type Asking = Context<typeof routes.requestAccess>

/** Asks for access for a new person; asked again for the same address while it is pending, joins that request (P-12). */
export const requestAccess: Handler<typeof routes.requestAccess> = async (asking) => {
  const { actor, dossier, input, read, now } = asking
  const { dossierId } = dossier
  const { person, claim } = await read({
    person: perhaps(EmailClaims, { email: input.email }),
    claim: perhaps(RequestClaims, { dossierId, email: input.email }),
  })
  const refused = person === undefined ? undefined : await whyNot(asking, person.personId)
  if (refused !== undefined) return refused
  const earlier = claim === undefined ? undefined : await pendingRequest(asking, claim.requestId)

  if (earlier?.request !== undefined && stateAt(earlier.request, now) === 'pending') {
    const { request, followUp } = earlier
    const isTheirs = request.requestedBy === actor.personId || request.joinedBy.includes(actor.personId)
    const joinedBy = isTheirs ? request.joinedBy : [...request.joinedBy, actor.personId]
    return {
      view: showRequest(request, followUp, now),
      version: request.version + (isTheirs ? 0 : 1),
      writes: isTheirs ? [] : [update(AccessRequests, request, { joinedBy })],
    }
  }

  // One whose time is over and that no tick has ended yet gives its place to the new one.
  const ended =
    earlier?.request?.state === 'pending'
      ? endRequest(earlier.request, undefined, 'expired', unanswered(now))
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

/** Nobody asks for somebody who has access already (oneself among them), or who could not be given what is asked (P-01). */
const whyNot = async (
  { dossier: { dossierId }, input, read }: Asking,
  personId: string,
): Promise<Problem | undefined> => {
  const { person, access } = await read({
    person: perhaps(People, { personId }),
    access: perhaps(DossierAccesses, { dossierId, personId }),
  })
  if (access !== undefined) return problem('already-assigned')
  if (person === undefined || person.kind === 'member' || person.status === 'inactive') return problem('email-taken')
  return person.profile === input.profile ? undefined : problem('profile-differs')
}

const pendingRequest = ({ dossier: { dossierId }, read }: Asking, requestId: string) =>
  read({
    request: perhaps(AccessRequests, { dossierId, requestId }),
    followUp: perhaps(FollowUps, { dossierId, requestId }),
  })
