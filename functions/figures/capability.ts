import { capability } from '../../shared/contract/capability.ts'
import { Reports, Series, SeriesVersions } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const figures = capability({
  name: 'figures',
  summary: 'Reports and series of figures that the office publishes to a dossier',
  routes,
  rules,
  records: [Reports, Series, SeriesVersions],
})
