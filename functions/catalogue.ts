/** Every capability, one line each. Stacks, grants, indexes, documents and tests iterate over this list. */
import type { Capability } from '../shared/contract/capability.ts'
import { absences } from './absences/capability.ts'
import { accessRequests } from './access-requests/capability.ts'
import { appointments } from './appointments/capability.ts'
import { approvals } from './approvals/capability.ts'
import { archive } from './archive/capability.ts'
import { archiveTransfers } from './archive-transfers/capability.ts'
import { bulkTransfers } from './bulk-transfers/capability.ts'
import { clientGroups } from './client-groups/capability.ts'
import { clientUsers } from './client-users/capability.ts'
import { clients } from './clients/capability.ts'
import { clock } from './clock/capability.ts'
import { collaborativeSpaces } from './collaborative-spaces/capability.ts'
import { directory } from './directory/capability.ts'
import { documents } from './documents/capability.ts'
import { dossiers } from './dossiers/capability.ts'
import { feed } from './feed/capability.ts'
import { figures } from './figures/capability.ts'
import { imports } from './imports/capability.ts'
import { invoices } from './invoices/capability.ts'
import { mail } from './mail/capability.ts'
import { members } from './members/capability.ts'
import { notes } from './notes/capability.ts'
import { offers } from './offers/capability.ts'
import { outbox } from './outbox/capability.ts'
import { ownerRequests } from './owner-requests/capability.ts'
import { pages } from './pages/capability.ts'
import { payments } from './payments/capability.ts'
import { portal } from './portal/capability.ts'
import { processing } from './processing/capability.ts'
import { questions } from './questions/capability.ts'
import { rooms } from './rooms/capability.ts'
import { settings } from './settings/capability.ts'
import { sharing } from './sharing/capability.ts'
import { spaces } from './spaces/capability.ts'

export const catalogue: readonly Capability[] = [
  dossiers,
  documents,
  archiveTransfers,
  accessRequests,
  pages,
  mail,
  outbox,
  clock,
  members,
  clients,
  clientUsers,
  directory,
  sharing,
  settings,
  questions,
  notes,
  feed,
  ownerRequests,
  bulkTransfers,
  offers,
  portal,
  processing,
  approvals,
  absences,
  imports,
  archive,
  figures,
  payments,
  clientGroups,
  appointments,
  invoices,
  collaborativeSpaces,
  rooms,
  spaces,
]
