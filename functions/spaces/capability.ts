import { capability } from '../../shared/contract/capability.ts'
import { SpaceMemberships } from './records.ts'
import { rules } from './rules.ts'

export const spaces = capability({
  name: 'spaces',
  summary: 'Spaces and their applications: who may what in them',
  routes: {},
  rules,
  records: [SpaceMemberships],
})
