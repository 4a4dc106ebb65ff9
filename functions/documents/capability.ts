import { capability } from '../../shared/contract/capability.ts'
import { Documents, DocumentVersions } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const documents = capability({
  name: 'documents',
  summary: 'Documents of dossiers: announced, uploaded, received, and their versions',
  routes,
  rules,
  records: [Documents, DocumentVersions],
})
