import { capability } from '../../shared/contract/capability.ts'
import { OfferClaims, Offers } from './records.ts'
import { rules } from './rules.ts'

export const offers = capability({
  name: 'offers',
  summary: 'Offering a dossier to a colleague, content and responsibility together, and what becomes of it',
  routes: {},
  rules,
  records: [Offers, OfferClaims],
})
