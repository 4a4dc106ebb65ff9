import { isActiveColleague, People } from '../../../shared/people.ts'
import { isProblem, problem } from '../../../shared/problems.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { Shares } from '../../sharing/records.ts'
import { requireOwner, shareWith, termsOf } from '../../sharing/share-with.ts'
import { endRequest } from '../end-request.ts'
import { OwnerRequestClaims } from '../records.ts'
import type { routes } from '../routes.ts'

/** Gives the share that was asked for, on the owner's terms, in the transaction that ends the request (D-22, D-03). */
export const grantOwnerRequest: Handler<typeof routes.grantOwnerRequest> = async (context) => {
  const { actor, request, dossier, input, read, now } = context
  const { dossierId, requestedBy: personId } = request
  const { claim, grantee, givenShare } = await read({
    claim: perhaps(OwnerRequestClaims, { dossierId, personId }),
    grantee: perhaps(People, { personId }),
    givenShare: perhaps(Shares, { dossierId, personId }),
  })
  if (!isActiveColleague(grantee)) return problem('requester-not-eligible')
  const terms = termsOf({ access: input.access ?? request.access ?? 'read', until: input.until }, now)
  if (isProblem(terms)) return terms
  const given = shareWith({ givenShare, grantee, dossier }, terms, context)
  if (isProblem(given)) return given
  const end = { by: actor.personId, at: now, reason: null }
  const ended = endRequest(request, claim, dossier.ownerId, 'granted', end)
  return {
    view: ended.request,
    version: request.version + 1,
    writes: [...ended.writes, ...given.writes, requireOwner(context)],
    events: [...ended.events, ...given.events],
  }
}
