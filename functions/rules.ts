/** All rules of the organisation, from the capabilities that state them; every function decides by all of them. */
import type { Rule } from '../shared/rules/rule.ts'
import { rules as accessRequests } from './access-requests/rules.ts'
import { rules as archiveTransfers } from './archive-transfers/rules.ts'
import { rules as clientUsers } from './client-users/rules.ts'
import { rules as clients } from './clients/rules.ts'
import { rules as documents } from './documents/rules.ts'
import { rules as dossiers } from './dossiers/rules.ts'
import { rules as members } from './members/rules.ts'
import { rules as pages } from './pages/rules.ts'

export const rules: readonly Rule[] = [
  ...dossiers,
  ...documents,
  ...archiveTransfers,
  ...accessRequests,
  ...pages,
  ...members,
  ...clients,
  ...clientUsers,
]
