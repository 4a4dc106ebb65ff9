import type { Handler } from '../../kernel/handler.ts'
import { endOffer } from '../records.ts'
import type { routes } from '../routes.ts'
import { viewOffer } from '../view-offer.ts'

/** Withdraws a pending offer; its links are dead from this moment on, and the dossier may be offered again (D-11). */
export const withdrawOffer: Handler<typeof routes.withdrawOffer> = async (context) => {
  const { actor, offer, claim, now } = context
  const ended = endOffer(offer, claim, 'withdrawn', { by: actor.personId, at: now, reason: null })
  return {
    view: await viewOffer(context, ended.offer),
    version: offer.version + 1,
    writes: ended.writes,
    events: ended.events,
  }
}
