import { Links } from '../../../shared/links.ts'
import { isProblem } from '../../../shared/problems.ts'
import { update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { accept } from '../../offers/accept.ts'
import { endOffer } from '../../offers/records.ts'
import { offerAnsweredPage, offerPage } from '../html/offer-page.ts'
import { asOutcome, basicsOf } from '../page-answer.ts'
import { readReason } from '../read-reason.ts'
import type { routes } from '../routes.ts'
import { viewOfferPage } from '../view-offer-page.ts'

/** Answers an offer: the link serves, the offer ends, and an acceptance moves the dossier, all in one commit (D-11). */
export const answerOffer: Handler<typeof routes.answerOffer> = async (context) => {
  const { actor, link, offer, claim, dossier, input, language, now } = context
  const again = async (error: Parameters<typeof offerPage>[0]['error']) =>
    asOutcome(offerPage({ ...(await viewOfferPage(context)), error, values: input }))
  const answered = (answer: 'accepted' | 'refused') =>
    asOutcome(offerAnsweredPage({ ...basicsOf(language), answer, dossier: String(dossier.number) }))
  const served = update(Links, link, { usedAt: now })

  if (input.version !== String(offer.version)) return again('changed')
  if (input.decision === 'accept') {
    const accepted = await accept(context)
    if (isProblem(accepted)) return accepted.problem === 'recipient-not-eligible' ? again('not-eligible') : accepted
    return { ...answered('accepted'), ...accepted, writes: [served, ...accepted.writes] }
  }
  if (input.decision !== 'refuse') return again('choice-missing')
  const found = readReason(input.reason)
  if (typeof found === 'string') return again(found)
  const { writes, events } = endOffer(offer, claim, 'refused', { by: actor.personId, at: now, reason: found.reason })
  return { ...answered('refused'), writes: [served, ...writes], events }
}
