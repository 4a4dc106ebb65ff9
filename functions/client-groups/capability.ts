import { capability } from '../../shared/contract/capability.ts'
import { ClientGroups, GroupedDossiers } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const clientGroups = capability({
  name: 'client-groups',
  summary: 'Groups of dossiers, and who answers for them',
  routes,
  rules,
  records: [ClientGroups, GroupedDossiers],
})
