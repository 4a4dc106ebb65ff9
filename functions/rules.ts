/** All rules of the organisation, from the capabilities that state them; every function decides by all of them. */
import type { Rule } from '../shared/rules/rule.ts'
import { rules as absences } from './absences/rules.ts'
import { rules as accessRequests } from './access-requests/rules.ts'
import { rules as appointments } from './appointments/rules.ts'
import { rules as approvals } from './approvals/rules.ts'
import { rules as archive } from './archive/rules.ts'
import { rules as archiveTransfers } from './archive-transfers/rules.ts'
import { rules as bulkTransfers } from './bulk-transfers/rules.ts'
import { rules as clientGroups } from './client-groups/rules.ts'
import { rules as clientUsers } from './client-users/rules.ts'
import { rules as clients } from './clients/rules.ts'
import { rules as collaborativeSpaces } from './collaborative-spaces/rules.ts'
import { rules as documents } from './documents/rules.ts'
import { rules as dossiers } from './dossiers/rules.ts'
import { rules as feed } from './feed/rules.ts'
import { rules as figures } from './figures/rules.ts'
import { rules as imports } from './imports/rules.ts'
import { rules as invoices } from './invoices/rules.ts'
import { rules as members } from './members/rules.ts'
import { rules as notes } from './notes/rules.ts'
import { rules as offers } from './offers/rules.ts'
import { rules as ownerRequests } from './owner-requests/rules.ts'
import { rules as pages } from './pages/rules.ts'
import { rules as payments } from './payments/rules.ts'
import { rules as portal } from './portal/rules.ts'
import { rules as processing } from './processing/rules.ts'
import { rules as questions } from './questions/rules.ts'
import { rules as rooms } from './rooms/rules.ts'
import { rules as settings } from './settings/rules.ts'
import { rules as sharing } from './sharing/rules.ts'
import { rules as spaces } from './spaces/rules.ts'

export const rules: readonly Rule[] = [
  ...dossiers,
  ...documents,
  ...archiveTransfers,
  ...accessRequests,
  ...pages,
  ...members,
  ...clients,
  ...clientUsers,
  ...settings,
  ...sharing,
  ...notes,
  ...feed,
  ...ownerRequests,
  ...bulkTransfers,
  ...offers,
  ...portal,
  ...clientGroups,
  ...payments,
  ...figures,
  ...archive,
  ...imports,
  ...absences,
  ...approvals,
  ...processing,
  ...questions,
  ...appointments,
  ...invoices,
  ...collaborativeSpaces,
  ...rooms,
  ...spaces,
]
