import { cases as accessRequests } from '../../functions/access-requests/cases.ts'
import { cases as archiveTransfers } from '../../functions/archive-transfers/cases.ts'
import { cases as clientUsers } from '../../functions/client-users/cases.ts'
import { cases as clients } from '../../functions/clients/cases.ts'
import { cases as documents } from '../../functions/documents/cases.ts'
import { cases as dossiers } from '../../functions/dossiers/cases.ts'
import { cases as members } from '../../functions/members/cases.ts'
import { cases as pages } from '../../functions/pages/cases.ts'
import type { Action } from '../../shared/actions.ts'
import type { Allowed } from '../../shared/rules/cases.ts'

/** The expected cells of every action; an action without a table does not compile. */
export const allCases: { readonly [A in Action]: readonly Allowed[] } = {
  ...members,
  ...clients,
  ...dossiers,
  ...clientUsers,
  ...documents,
  ...archiveTransfers,
  ...accessRequests,
  ...pages,
}
