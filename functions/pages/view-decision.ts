import { EmailClaims, People } from '../../shared/people.ts'
import { type Profile, profileNames, profiles } from '../../shared/roles.ts'
import { perhaps } from '../../shared/table/table.ts'
import { isWaiting, stateAt } from '../access-requests/end-request.ts'
import { type AccessRequest, AccessRequests, MOST_QUESTIONS } from '../access-requests/records.ts'
import { labelOf } from '../dossiers/contents.ts'
import { DossierAccesses, isLiveAccess } from '../dossiers/records.ts'
import { environment } from '../kernel/environment.ts'
import type { Context } from '../kernel/handler.ts'
import { choicesOf } from '../settings/records.ts'
import { describeReach, rulesVersion } from './describe-reach.ts'
import type { DecisionView } from './html/decision-page.ts'
import { basicsOf } from './page-answer.ts'
import type { routes } from './routes.ts'

type Showing = Context<typeof routes.showDecision>
type Deciding = Omit<Showing, 'input'>

const EARLIER = 10

/**
 * What the decider sees, gathered at this moment: who asks for what, what each profile that can be given would reach,
 * and what was asked before (P-12). Its version changes with the request, the dossier's set-up, who answers for it, the
 * rules and how long an access lasts, and not with what else happens in the dossier.
 */
export const viewDecision = async (context: Deciding): Promise<DecisionView> => {
  const { actor, link, request, dossier, followUp, workspace, read, list, may, language, now } = context
  const { dossierId, email, questions = [] } = request
  const absentId = link.subject.for
  const [{ requester, claim, absent }, earlier] = await Promise.all([
    read({
      requester: perhaps(People, { personId: request.requestedBy }),
      claim: perhaps(EmailClaims, { email }),
      absent: perhaps(People, { personId: absentId ?? 'nobody' }),
    }),
    list<AccessRequest>(AccessRequests.by.ofAddress, { dossierId, email }, { limit: EARLIER, newestFirst: true }),
  ])
  const givable = claim === undefined ? profileNames : await profilesOf(context, claim.personId)
  const { accessDays } = choicesOf(workspace)
  const hidesClient = labelOf(dossier) === 'confidential' && !may('dossier.read', { dossier })
  return {
    ...basicsOf(language),
    reader: actor.name,
    standsInFor: absent?.name ?? null,
    askedBesides: (followUp?.asked ?? []).filter((personId) => personId !== actor.personId).length,
    accessDays,
    questions: questions.map(({ at, text, answer }) => ({ at, text, answer: answer?.text ?? null })),
    mayAsk: request.state === 'pending' && questions.length < MOST_QUESTIONS,
    requester: { name: requester?.name ?? '', email: requester?.email ?? '' },
    newUser: { name: request.name, email },
    dossier: { number: String(dossier.number), clientName: hidesClient ? null : dossier.clientName },
    askedProfile: request.profile,
    profiles: givable.map((id) => ({
      id,
      label: profiles[id][language],
      reach: describeReach(dossier, id, language),
    })),
    message: request.message,
    earlier: earlier.items.flatMap((other) => {
      const outcome = stateAt(other, now)
      if (other.requestId === request.requestId || isWaiting(outcome)) return []
      return [{ at: other.outcome?.at ?? other.expiresAt, outcome, reason: other.outcome?.reason ?? null }]
    }),
    askedAt: request.askedAt,
    expiresAt: request.expiresAt,
    timeZone: environment.timeZone,
    version: [
      request.version,
      ...dossier.modules.toSorted(),
      dossier.answeredBy ?? 'member',
      dossier.clientGroupId ?? 'none',
      accessDays ?? 'endless',
      rulesVersion,
    ].join('.'),
  }
}

/** Whoever exists already can only be given the profile that they have (P-01), and nothing that they have already. */
const profilesOf = async (
  { dossier: { dossierId }, read, now }: Deciding,
  personId: string,
): Promise<readonly Profile[]> => {
  const { person, access } = await read({
    person: perhaps(People, { personId }),
    access: perhaps(DossierAccesses, { dossierId, personId }),
  })
  const uses = access !== undefined && isLiveAccess(access, now)
  return person?.kind === 'client-user' && person.status !== 'inactive' && !uses ? [person.profile] : []
}
