import { event } from '../../../shared/events.ts'
import { Links } from '../../../shared/links.ts'
import { addSeconds, DAY } from '../../../shared/ports/clock.ts'
import { isProblem } from '../../../shared/problems.ts'
import { profiles } from '../../../shared/roles.ts'
import { create, perhaps, remove, require, update, type Write } from '../../../shared/table/table.ts'
import { endRequest } from '../../access-requests/end-request.ts'
import { AccessRequests, Refusals, RequestClaims } from '../../access-requests/records.ts'
import { inviteClientUser } from '../../client-users/invite-client-user.ts'
import { Dossiers } from '../../dossiers/records.ts'
import type { Context, Handler } from '../../kernel/handler.ts'
import { choicesOf } from '../../settings/records.ts'
import { decidedPage } from '../html/decided-page.ts'
import { decisionPage } from '../html/decision-page.ts'
import { asOutcome, basicsOf } from '../page-answer.ts'
import { type Decision, readDecision } from '../read-decision.ts'
import type { routes } from '../routes.ts'
import { viewDecision } from '../view-decision.ts'

type Deciding = Context<typeof routes.decide>

/**
 * Decides a request: the link serves, the request ends, and an approval makes the new user, all in one commit (P-11). Or
 * asks whoever asked for more: then the request waits for them, and its time goes on (P-12).
 */
export const decide: Handler<typeof routes.decide> = async (context) => {
  const { input, language, request } = context
  const view = await viewDecision(context)
  const again = (error: typeof view.error) => asOutcome(decisionPage({ ...view, error, values: input }))
  const found = readDecision(input, view)
  if (typeof found === 'string') return again(found)
  if (found.decision === 'ask') {
    const page = decidedPage({ ...basicsOf(language), outcome: 'asked', newUserName: request.name })
    return { ...asOutcome(page), ...askMore(context, found.question) }
  }
  const decided = await end(context, found)
  // What can be given has changed since the page was made: it is shown as it is now.
  if (isProblem(decided)) return again('changed')
  const label = found.decision === 'approve' ? profiles[found.profile][language] : undefined
  const outcome = found.decision === 'approve' ? 'approved' : 'refused'
  const page = decidedPage({ ...basicsOf(language), outcome, newUserName: request.name, profile: label })
  return { ...asOutcome(page), ...decided }
}

const askMore = ({ actor, link, request, dossier, now }: Deciding, text: string) => {
  const { dossierId, requestId, questions = [] } = request
  const question = { by: actor.personId, at: now, text, answer: null }
  return {
    writes: [
      update(Links, link, { usedAt: now }),
      update(AccessRequests, request, { state: 'information-asked', questions: [...questions, question] }),
      require(Dossiers, dossier),
    ],
    events: [event('access-information-asked', { dossierId, requestId, by: actor.personId })],
  }
}

const end = async (context: Deciding, decision: Exclude<Decision, { decision: 'ask' }>) => {
  const { actor, link, request, dossier, read, now } = context
  const invited = await invite(context, decision)
  if (isProblem(invited)) return invited
  const { claim, refusal } = await read({
    claim: perhaps(RequestClaims, request),
    refusal: perhaps(Refusals, request),
  })
  const approved = decision.decision === 'approve'
  const profile = approved ? decision.profile : null
  const reason = approved ? null : decision.reason
  const outcome = {
    by: actor.personId,
    at: now,
    profile,
    reason,
    ...(invited.personId && { personId: invited.personId }),
  }
  const ended = endRequest(request, claim, approved ? 'approved' : 'refused', outcome)
  const { dossierId, email, message } = request
  const refused = { dossierId, email, at: now, reason: reason ?? '', message }
  const remembered: Write[] = approved
    ? refusal === undefined
      ? []
      : [remove(Refusals, refusal)]
    : [refusal === undefined ? create(Refusals, refused) : update(Refusals, refusal, refused)]
  return {
    writes: [
      update(Links, link, { usedAt: now }),
      ...ended.writes,
      ...remembered,
      // The right to decide rests on the dossier as it was read.
      require(Dossiers, dossier),
      ...invited.writes,
    ],
    events: [...ended.events, ...invited.events],
    // When an approval meets a refusal or a withdrawal, the narrower wins (P-12).
    ...(approved && { givesWayTo: [AccessRequests, RequestClaims] }),
  }
}

const nobody = { writes: [], events: [], personId: undefined }

const invite = async (context: Deciding, decision: Exclude<Decision, { decision: 'ask' }>) => {
  const { actor, dossier, request, workspace, now } = context
  if (decision.decision === 'refuse') return nobody
  const { name, email, language, requestId } = request
  const { profile } = decision
  const { accessDays } = choicesOf(workspace)
  // How long it lasts starts at the grant (P-12).
  const until = accessDays === null ? null : addSeconds(now, accessDays * DAY)
  const by = actor.personId
  const invited = await inviteClientUser(context, { by, dossier, name, email, language, profile, requestId, until })
  return isProblem(invited) ? invited : { ...invited, personId: invited.person.personId }
}
