import { capability } from '../../shared/contract/capability.ts'
import { rules } from './rules.ts'

export const bulkTransfers = capability({
  name: 'bulk-transfers',
  summary: 'Moving the dossiers of one practitioner to another in one act of a coordinator',
  routes: {},
  rules,
  records: [],
})
