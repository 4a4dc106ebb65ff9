import type { Handler } from '../../kernel/handler.ts'
import { pageOfOffers } from '../page-of-offers.ts'
import { Offers } from '../records.ts'
import type { routes } from '../routes.ts'

/** The offers of a dossier that one may see, newest first (D-15). */
export const listOffersOfDossier: Handler<typeof routes.listOffersOfDossier> = async (context) => {
  const { dossier, input } = context
  return { view: await pageOfOffers(Offers.by.ofDossier, { dossierId: dossier.dossierId }, context, input) }
}
