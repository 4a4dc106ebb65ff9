import { capability } from '../../shared/contract/capability.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const pages = capability({
  name: 'pages',
  summary: 'The pages behind mailed links: deciding an access request, activating an account',
  routes,
  rules,
  records: [],
})
