import { cases as absences } from '../../functions/absences/cases.ts'
import { cases as accessRequests } from '../../functions/access-requests/cases.ts'
import { cases as appointments } from '../../functions/appointments/cases.ts'
import { cases as approvals } from '../../functions/approvals/cases.ts'
import { cases as archive } from '../../functions/archive/cases.ts'
import { cases as archiveTransfers } from '../../functions/archive-transfers/cases.ts'
import { cases as bulkTransfers } from '../../functions/bulk-transfers/cases.ts'
import { cases as clientGroups } from '../../functions/client-groups/cases.ts'
import { cases as clientUsers } from '../../functions/client-users/cases.ts'
import { cases as clients } from '../../functions/clients/cases.ts'
import { cases as collaborativeSpaces } from '../../functions/collaborative-spaces/cases.ts'
import { cases as documents } from '../../functions/documents/cases.ts'
import { cases as dossiers } from '../../functions/dossiers/cases.ts'
import { cases as feed } from '../../functions/feed/cases.ts'
import { cases as figures } from '../../functions/figures/cases.ts'
import { cases as imports } from '../../functions/imports/cases.ts'
import { cases as invoices } from '../../functions/invoices/cases.ts'
import { cases as members } from '../../functions/members/cases.ts'
import { cases as notes } from '../../functions/notes/cases.ts'
import { cases as offers } from '../../functions/offers/cases.ts'
import { cases as ownerRequests } from '../../functions/owner-requests/cases.ts'
import { cases as pages } from '../../functions/pages/cases.ts'
import { cases as payments } from '../../functions/payments/cases.ts'
import { cases as portal } from '../../functions/portal/cases.ts'
import { cases as processing } from '../../functions/processing/cases.ts'
import { cases as questions } from '../../functions/questions/cases.ts'
import { cases as rooms } from '../../functions/rooms/cases.ts'
import { cases as settings } from '../../functions/settings/cases.ts'
import { cases as sharing } from '../../functions/sharing/cases.ts'
import { cases as spaces } from '../../functions/spaces/cases.ts'
import type { Action } from '../../shared/actions.ts'
import type { Allowed } from '../../shared/rules/cases.ts'

/** The expected cells of every action; an action without a table does not compile. */
export const allCases: { readonly [A in Action]: readonly Allowed[] } = {
  ...accessRequests,
  ...appointments,
  ...archiveTransfers,
  ...clientUsers,
  ...clients,
  ...collaborativeSpaces,
  ...documents,
  ...dossiers,
  ...invoices,
  ...members,
  ...notes,
  ...feed,
  ...ownerRequests,
  ...bulkTransfers,
  ...offers,
  ...pages,
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
  ...rooms,
  ...settings,
  ...sharing,
  ...spaces,
}
