import { capability } from '../../shared/contract/capability.ts'
import { rules } from './rules.ts'

export const payments = capability({
  name: 'payments',
  summary: 'Account numbers of a dossier, and payment proposals exported for the bank',
  routes: {},
  rules,
  records: [],
})
