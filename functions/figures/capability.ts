import { capability } from '../../shared/contract/capability.ts'
import { rules } from './rules.ts'

export const figures = capability({
  name: 'figures',
  summary: 'Reports and series of figures that the office publishes to a dossier',
  routes: {},
  rules,
  records: [],
})
