import { capability } from '../../shared/contract/capability.ts'
import { Absences } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const absences = capability({
  name: 'absences',
  summary: 'When somebody is absent, and who stands in for them',
  routes,
  rules,
  records: [Absences],
})
