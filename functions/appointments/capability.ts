import { capability } from '../../shared/contract/capability.ts'
import { rules } from './rules.ts'

export const appointments = capability({
  name: 'appointments',
  summary: 'Appointments in calendars: who may see and change them',
  routes: {},
  rules,
  records: [],
})
