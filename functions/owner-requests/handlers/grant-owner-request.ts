import { isActiveColleague, isActivePractitioner, People } from '../../../shared/people.ts'
import { isProblem, problem } from '../../../shared/problems.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { OFFER_DAYS } from '../../offers/offer-times.ts'
import { openOffer } from '../../offers/open-offer.ts'
import { placeOffer } from '../../offers/place-offer.ts'
import { OfferClaims } from '../../offers/records.ts'
import { Shares } from '../../sharing/records.ts'
import { requireOwner, shareWith, termsOf } from '../../sharing/share-with.ts'
import { endRequest } from '../end-request.ts'
import { OwnerRequestClaims } from '../records.ts'
import type { routes } from '../routes.ts'

/**
 * Gives what was asked for in the transaction that ends the request: a share on the owner's terms (D-03), or an offer of
 * the dossier to whoever asked, by which nothing changes hands before they accept it (D-11, D-22).
 */
export const grantOwnerRequest: Handler<typeof routes.grantOwnerRequest> = async (context) => {
  const { actor, request, dossier, input, read, now } = context
  const { dossierId, requestedBy: personId } = request
  const { claim, grantee, givenShare, offerClaim } = await read({
    claim: perhaps(OwnerRequestClaims, { dossierId, personId }),
    grantee: perhaps(People, { personId }),
    givenShare: perhaps(Shares, { dossierId, personId }),
    offerClaim: perhaps(OfferClaims, { dossierId }),
  })
  const end = { by: actor.personId, at: now, reason: null }
  const version = request.version + 1

  if (request.wants === 'transfer') {
    if (input.access !== undefined || input.until !== undefined) return problem('invalid-input', noTerms)
    if (!isActivePractitioner(grantee)) return problem('requester-not-eligible')
    const offered = { dossierId, giverId: actor.personId, recipientId: personId, message: null, days: OFFER_DAYS }
    const opened = openOffer(offered, context)
    const placed = await placeOffer({ ...opened, dossier, recipient: grantee, claim: offerClaim }, context)
    if (isProblem(placed)) return placed
    const outcome = { ...end, offerId: opened.offer.offerId }
    const ended = endRequest(request, claim, dossier.ownerId, 'granted', outcome)
    const writes = [...ended.writes, ...placed.writes]
    return { view: ended.request, version, writes, events: [...ended.events, ...placed.events] }
  }

  if (!isActiveColleague(grantee)) return problem('requester-not-eligible')
  const terms = termsOf({ access: input.access ?? request.access ?? 'read', until: input.until }, now)
  if (isProblem(terms)) return terms
  const given = shareWith({ givenShare, grantee, dossier }, terms, context)
  if (isProblem(given)) return given
  const ended = endRequest(request, claim, dossier.ownerId, 'granted', end)
  const writes = [...ended.writes, ...given.writes, requireOwner(context)]
  return { view: ended.request, version, writes, events: [...ended.events, ...given.events] }
}

const noTerms = {
  detail: {
    en: 'A transfer is of the whole dossier: it has neither access nor end.',
    fr: "Un transfert porte sur le dossier entier : il n'a ni accès ni fin.",
  },
}
