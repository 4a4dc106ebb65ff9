import { capability } from '../../shared/contract/capability.ts'
import { Seats } from './records.ts'
import { rules } from './rules.ts'

export const rooms = capability({
  name: 'rooms',
  summary: 'Rooms with their groups, meetings, library and tasks: who may what in them',
  routes: {},
  rules,
  records: [Seats],
})
