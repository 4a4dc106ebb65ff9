import { capability } from '../../shared/contract/capability.ts'
import { Shares } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const sharing = capability({
  name: 'sharing',
  summary: 'Sharing a dossier with collaborators: the whole of it, to read or to write, until it ends',
  routes,
  rules,
  records: [Shares],
})
