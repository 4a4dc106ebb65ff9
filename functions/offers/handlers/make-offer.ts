import { isActivePractitioner } from '../../../shared/people.ts'
import { isProblem, problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { openOffer } from '../open-offer.ts'
import { placeOffer } from '../place-offer.ts'
import type { routes } from '../routes.ts'
import { viewOffer } from '../view-offer.ts'

/** Offers a dossier; nothing changes hands until the recipient accepts, and a second offer waits for the first (D-11, D-14). */
export const makeOffer: Handler<typeof routes.makeOffer> = async (context) => {
  const { actor, dossier, claim, each, input } = context
  const recipient = each[0]?.grantee
  if (!isActivePractitioner(recipient)) return problem('recipient-not-eligible')
  const { recipientId, message = null, days } = input
  const offered = { dossierId: dossier.dossierId, giverId: actor.personId, recipientId, message, days }
  const { offer, followUp } = openOffer(offered, context)
  const [placed, view] = await Promise.all([
    placeOffer({ offer, followUp, dossier, recipient, claim }, context),
    viewOffer({ ...context, progress: undefined, waiting: { ...followUp, version: 1 } }, offer),
  ])
  return isProblem(placed) ? placed : { view, version: 1, ...placed }
}
