import { capability } from '../../shared/contract/capability.ts'
import { OwnerRequestClaims, OwnerRequests } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const ownerRequests = capability({
  name: 'owner-requests',
  summary: 'Asking the owner of a dossier for a share or a transfer',
  routes,
  rules,
  records: [OwnerRequests, OwnerRequestClaims],
})
