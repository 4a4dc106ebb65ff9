import { ConfidentialReads } from '../../shared/confidential-reads.ts'
import { capability } from '../../shared/contract/capability.ts'
import { DossierAccesses, DossierCounters, DossierNumbers, Dossiers } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const dossiers = capability({
  name: 'dossiers',
  summary: 'Dossiers about clients: whose they are, who answers for them, how wide their portal is',
  routes,
  rules,
  records: [Dossiers, DossierAccesses, DossierCounters, DossierNumbers, ConfidentialReads],
})
