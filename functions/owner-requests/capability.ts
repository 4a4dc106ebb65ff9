import { capability } from '../../shared/contract/capability.ts'
import { rules } from './rules.ts'

export const ownerRequests = capability({
  name: 'owner-requests',
  summary: 'Asking the owner of a dossier for a share or a transfer',
  routes: {},
  rules,
  records: [],
})
