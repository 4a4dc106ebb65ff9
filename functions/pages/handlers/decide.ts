import { Links } from '../../../shared/links.ts'
import { isProblem } from '../../../shared/problems.ts'
import { profiles } from '../../../shared/roles.ts'
import { perhaps, require, update } from '../../../shared/table/table.ts'
import { endRequest } from '../../access-requests/end-request.ts'
import { RequestClaims } from '../../access-requests/records.ts'
import { inviteClientUser } from '../../client-users/invite-client-user.ts'
import { Dossiers } from '../../dossiers/records.ts'
import type { Context, Handler } from '../../kernel/handler.ts'
import { decidedPage } from '../html/decided-page.ts'
import { decisionPage } from '../html/decision-page.ts'
import { asOutcome, basicsOf } from '../page-answer.ts'
import { type Decision, readDecision } from '../read-decision.ts'
import type { routes } from '../routes.ts'
import { viewDecision } from '../view-decision.ts'

type Deciding = Context<typeof routes.decide>

/** Decides a request: the link serves, the request ends, and an approval makes the new user, all in one commit (P-11). */
export const decide: Handler<typeof routes.decide> = async (context) => {
  const { actor, link, request, dossier, input, read, language, now } = context
  const view = await viewDecision(context)
  const again = (error: typeof view.error) => asOutcome(decisionPage({ ...view, error, values: input }))
  const found = readDecision(input, view)
  if (typeof found === 'string') return again(found)

  const invited = await invite(context, found)
  // What can be given has changed since the page was made: it is shown as it is now.
  if (isProblem(invited)) return again('changed')
  const { claim } = await read({ claim: perhaps(RequestClaims, request) })
  const profile = found.decision === 'approve' ? found.profile : null
  const reason = found.decision === 'refuse' ? found.reason : null
  const outcome = profile === null ? 'refused' : 'approved'
  const ended = endRequest(request, claim, outcome, { by: actor.personId, at: now, profile, reason })
  const label = profile === null ? undefined : profiles[profile][language]
  return {
    ...asOutcome(decidedPage({ ...basicsOf(language), outcome, newUserName: request.name, profile: label })),
    writes: [
      update(Links, link, { usedAt: now }),
      ...ended.writes,
      // The right to decide rests on the dossier as it was read.
      require(Dossiers, dossier),
      ...invited.writes,
    ],
    events: [...ended.events, ...invited.events],
  }
}

const nobody = { writes: [], events: [] }

const invite = async (context: Deciding, decision: Decision) => {
  const { actor, dossier, request } = context
  if (decision.decision === 'refuse') return nobody
  const { name, email, language, requestId } = request
  const { profile } = decision
  return inviteClientUser(context, { by: actor.personId, dossier, name, email, language, profile, requestId })
}
