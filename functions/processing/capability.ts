import { capability } from '../../shared/contract/capability.ts'
import { Parties, PartyVatClaims } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const processing = capability({
  name: 'processing',
  summary: 'Saying what documents are: kind, party, date, number, amount; suppliers and customers; duplicates',
  routes,
  rules,
  records: [Parties, PartyVatClaims],
})
