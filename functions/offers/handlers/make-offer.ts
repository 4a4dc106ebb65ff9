import { event } from '../../../shared/events.ts'
import { FollowUps } from '../../../shared/follow-ups.ts'
import { isActivePractitioner, People } from '../../../shared/people.ts'
import { problem } from '../../../shared/problems.ts'
import { create, perhaps, require, update } from '../../../shared/table/table.ts'
import { Dossiers } from '../../dossiers/records.ts'
import type { Handler } from '../../kernel/handler.ts'
import { openOffer } from '../open-offer.ts'
import { endOffer, OfferClaims, Offers, stateAt } from '../records.ts'
import type { routes } from '../routes.ts'
import { viewOffer } from '../view-offer.ts'

/** Offers a dossier; nothing changes hands until the recipient accepts, and a second offer waits for the first (D-11, D-14). */
export const makeOffer: Handler<typeof routes.makeOffer> = async (context) => {
  const { actor, dossier, claim, each, input, read, now } = context
  const recipient = each[0]?.grantee
  if (!isActivePractitioner(recipient)) return problem('recipient-not-eligible')
  const { dossierId } = dossier
  const { recipientId, message = null, days } = input
  const { offer, followUp } = openOffer({ dossierId, giverId: actor.personId, recipientId, message, days }, context)
  const { offerId } = offer
  const newClaim = { dossierId, offerId }
  const [{ earlier }, view] = await Promise.all([
    claim === undefined ? { earlier: undefined } : read({ earlier: perhaps(Offers, claim) }),
    viewOffer({ ...context, progress: undefined, waiting: { ...followUp, version: 1 } }, offer),
  ])
  if (earlier !== undefined && stateAt(earlier, now) === 'pending') return problem('offer-pending')
  // One whose time is over and that no tick has ended yet gives its place to the new one.
  const ended =
    earlier?.state === 'pending'
      ? endOffer(earlier, undefined, 'expired', { by: null, at: now, reason: null })
      : { writes: [], events: [] }
  return {
    view,
    version: 1,
    writes: [
      ...ended.writes,
      create(Offers, offer),
      create(FollowUps, followUp),
      claim === undefined ? create(OfferClaims, newClaim) : update(OfferClaims, claim, newClaim),
      // Whoever no longer owns it at the moment of the commit offers nothing, and who is deactivated is offered nothing.
      require(Dossiers, dossier),
      require(People, recipient),
    ],
    events: [...ended.events, event('offer-made', { dossierId, offerId, from: actor.personId, to: recipientId })],
  }
}
