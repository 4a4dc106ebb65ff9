import { capability } from '../../shared/contract/capability.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const pages = capability({
  name: 'pages',
  summary:
    'The pages behind mailed links: deciding an access request, answering the offer of a dossier, activating an account',
  routes,
  rules,
  records: [],
})
