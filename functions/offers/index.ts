import { serve } from '../kernel/serve.ts'
import { acceptOffer } from './handlers/accept-offer.ts'
import { listOffers } from './handlers/list-offers.ts'
import { listOffersOfDossier } from './handlers/list-offers-of-dossier.ts'
import { makeOffer } from './handlers/make-offer.ts'
import { readOffer } from './handlers/read-offer.ts'
import { refuseOffer } from './handlers/refuse-offer.ts'
import { withdrawOffer } from './handlers/withdraw-offer.ts'
import { routes } from './routes.ts'

export const handler = serve(routes, {
  makeOffer,
  listOffers,
  listOffersOfDossier,
  readOffer,
  acceptOffer,
  refuseOffer,
  withdrawOffer,
})
