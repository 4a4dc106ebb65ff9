import { capability } from '../../shared/contract/capability.ts'
import { rules } from './rules.ts'

export const invoices = capability({
  name: 'invoices',
  summary: 'Invoices to clients: who may see, draft and issue them',
  routes: {},
  rules,
  records: [],
})
