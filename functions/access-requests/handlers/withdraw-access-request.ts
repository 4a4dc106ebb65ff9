import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { endRequest } from '../end-request.ts'
import { RequestClaims } from '../records.ts'
import type { routes } from '../routes.ts'
import { showRequest } from '../show-request.ts'

/** Withdraws a pending request; its links are dead from this moment on, and the address may be asked for again (P-12). */
export const withdrawAccessRequest: Handler<typeof routes.withdrawAccessRequest> = async (context) => {
  const { actor, request, steps, read, now } = context
  const { dossierId, email } = request
  const { claim } = await read({ claim: perhaps(RequestClaims, { dossierId, email }) })
  const outcome = { by: actor.personId, at: now, profile: null, reason: null }
  const ended = endRequest(request, claim, 'withdrawn', outcome)
  return {
    view: showRequest(ended.request, undefined, now, steps),
    version: request.version + 1,
    writes: ended.writes,
    events: ended.events,
  }
}
