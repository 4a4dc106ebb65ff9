import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'
import { viewOffer } from '../view-offer.ts'

/** Shows an offer: enough of its dossier to decide, and every step so far (D-11, D-15). */
export const readOffer: Handler<typeof routes.readOffer> = async (context) => ({
  view: await viewOffer(context, context.offer),
  version: context.offer.version,
})
