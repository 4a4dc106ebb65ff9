import { capability } from '../../shared/contract/capability.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const clientUsers = capability({
  name: 'client-users',
  summary: "The clients' own people in the portal: one profile each, the same in every dossier assigned to them",
  routes,
  rules,
  // An access belongs to its dossier, and is declared there: every decision on a dossier rests on it.
  records: [],
})
