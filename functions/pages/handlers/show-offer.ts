import type { Handler } from '../../kernel/handler.ts'
import { offerPage } from '../html/offer-page.ts'
import { asOutcome } from '../page-answer.ts'
import type { routes } from '../routes.ts'
import { viewOfferPage } from '../view-offer-page.ts'

/** Shows an offer to its recipient; opening it decides nothing, however often (D-11). */
export const showOffer: Handler<typeof routes.showOffer> = async (context) =>
  asOutcome(offerPage(await viewOfferPage(context)))
