import { capability } from '../../shared/contract/capability.ts'
import { rules } from './rules.ts'

export const archive = capability({
  name: 'archive',
  summary: 'Finding what is in the digital archive, the history of suppliers and customers, and taking a period out',
  routes: {},
  rules,
  records: [],
})
