import { capability } from '../../shared/contract/capability.ts'
import { rules } from './rules.ts'

export const approvals = capability({
  name: 'approvals',
  summary: 'Approval rules of a dossier, and approving or rejecting documents by them',
  routes: {},
  rules,
  records: [],
})
