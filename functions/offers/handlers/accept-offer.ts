import { isProblem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { accept, acceptance } from '../accept.ts'
import type { routes } from '../routes.ts'
import { viewOffer } from '../view-offer.ts'

/** Accepts a dossier: it changes hands in the transaction that ends the offer (D-11). */
export const acceptOffer: Handler<typeof routes.acceptOffer> = async (context) => {
  const { actor, offer, dossier, now } = context
  const theirs = { ...dossier, ownerId: actor.personId }
  const [accepted, view] = await Promise.all([
    accept(context),
    viewOffer({ ...context, dossier: theirs }, { ...offer, ...acceptance(actor, now) }),
  ])
  if (isProblem(accepted)) return accepted
  return { view, version: offer.version + 1, ...accepted }
}
