import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { endRequest } from '../end-request.ts'
import { OwnerRequestClaims } from '../records.ts'
import type { routes } from '../routes.ts'

/** Withdraws a request; its requester may ask again at once (D-22). */
export const withdrawOwnerRequest: Handler<typeof routes.withdrawOwnerRequest> = async (context) => {
  const { actor, request, dossier, read, now } = context
  const { dossierId, requestedBy: personId } = request
  const { claim } = await read({ claim: perhaps(OwnerRequestClaims, { dossierId, personId }) })
  const end = { by: actor.personId, at: now, reason: null }
  const ended = endRequest(request, claim, dossier.ownerId, 'withdrawn', end)
  return { view: ended.request, version: request.version + 1, writes: ended.writes, events: ended.events }
}
