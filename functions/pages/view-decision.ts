import { EmailClaims, People } from '../../shared/people.ts'
import { type Profile, profileNames, profiles } from '../../shared/roles.ts'
import { perhaps } from '../../shared/table/table.ts'
import { stateAt } from '../access-requests/end-request.ts'
import { type AccessRequest, AccessRequests } from '../access-requests/records.ts'
import { DossierAccesses } from '../dossiers/records.ts'
import { environment } from '../kernel/environment.ts'
import type { Context } from '../kernel/handler.ts'
import { describeReach } from './describe-reach.ts'
import type { DecisionView } from './html/decision-page.ts'
import { basicsOf } from './page-answer.ts'
import type { routes } from './routes.ts'

type Showing = Context<typeof routes.showDecision>
type Deciding = Omit<Showing, 'input'>

const EARLIER = 10

/**
 * What the decider sees, gathered at this moment: who asks for what, what each profile that can be given would reach,
 * and what was asked before (P-12). Its version changes with the request and with the dossier's set-up,
 * and not with what else happens in the dossier.
 */
export const viewDecision = async (context: Deciding): Promise<DecisionView> => {
  const { request, dossier, read, list, language, now } = context
  const { dossierId, email } = request
  const [{ requester, claim }, earlier] = await Promise.all([
    read({ requester: perhaps(People, { personId: request.requestedBy }), claim: perhaps(EmailClaims, { email }) }),
    list<AccessRequest>(AccessRequests.by.ofAddress, { dossierId, email }, { limit: EARLIER, newestFirst: true }),
  ])
  const givable = claim === undefined ? profileNames : await profilesOf(context, claim.personId)
  return {
    ...basicsOf(language),
    requester: { name: requester?.name ?? '', email: requester?.email ?? '' },
    newUser: { name: request.name, email },
    dossier: { number: String(dossier.number), clientName: dossier.clientName },
    askedProfile: request.profile,
    profiles: givable.map((id) => ({
      id,
      label: profiles[id][language],
      reach: describeReach(dossier, id, language),
    })),
    message: request.message,
    earlier: earlier.items.flatMap((other) => {
      const outcome = stateAt(other, now)
      if (other.requestId === request.requestId || outcome === 'pending') return []
      return [{ at: other.outcome?.at ?? other.expiresAt, outcome, reason: other.outcome?.reason ?? null }]
    }),
    askedAt: request.askedAt,
    expiresAt: request.expiresAt,
    timeZone: environment.timeZone,
    version: [request.version, ...dossier.modules.toSorted()].join('.'),
  }
}

/** Whoever exists already can only be given the profile that they have (P-01), and nothing that they have already. */
const profilesOf = async (
  { dossier: { dossierId }, read }: Deciding,
  personId: string,
): Promise<readonly Profile[]> => {
  const { person, access } = await read({
    person: perhaps(People, { personId }),
    access: perhaps(DossierAccesses, { dossierId, personId }),
  })
  return person?.kind === 'client-user' && person.status !== 'inactive' && access === undefined ? [person.profile] : []
}
