import type { Handler } from '../../kernel/handler.ts'
import { endOffer } from '../records.ts'
import type { routes } from '../routes.ts'
import { viewOffer } from '../view-offer.ts'

/** Refuses a dossier, with a reason that the giver is told; everything is as it was, in one step (D-11). */
export const refuseOffer: Handler<typeof routes.refuseOffer> = async (context) => {
  const { actor, offer, claim, input, now } = context
  const ended = endOffer(offer, claim, 'refused', { by: actor.personId, at: now, reason: input.reason })
  return {
    view: await viewOffer(context, ended.offer),
    version: offer.version + 1,
    writes: ended.writes,
    events: ended.events,
  }
}
