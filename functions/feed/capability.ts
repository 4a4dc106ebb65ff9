import { capability } from '../../shared/contract/capability.ts'
import { rules } from './rules.ts'

export const feed = capability({
  name: 'feed',
  summary: 'What happened that concerns one, and which mails one gets of it',
  routes: {},
  rules,
  records: [],
})
