import { capability } from '../../shared/contract/capability.ts'
import { ClientAssignments, Clients, Contacts } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const clients = capability({
  name: 'clients',
  summary: 'The people and companies that dossiers are about, and whom to turn to about them',
  routes,
  rules,
  records: [Clients, ClientAssignments, Contacts],
})
