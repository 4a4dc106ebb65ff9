import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { requireOwner } from '../../sharing/share-with.ts'
import { endRequest } from '../end-request.ts'
import { OwnerRequestClaims } from '../records.ts'
import type { routes } from '../routes.ts'

/** Refuses a request with a reason, which its requester is told (D-22). */
export const refuseOwnerRequest: Handler<typeof routes.refuseOwnerRequest> = async (context) => {
  const { actor, request, dossier, input, read, now } = context
  const { dossierId, requestedBy: personId } = request
  const { claim } = await read({ claim: perhaps(OwnerRequestClaims, { dossierId, personId }) })
  const end = { by: actor.personId, at: now, reason: input.reason }
  const ended = endRequest(request, claim, dossier.ownerId, 'refused', end)
  return {
    view: ended.request,
    version: request.version + 1,
    // Whoever is no longer the owner at the moment of the commit answers nothing.
    writes: [...ended.writes, requireOwner(context)],
    events: ended.events,
  }
}
