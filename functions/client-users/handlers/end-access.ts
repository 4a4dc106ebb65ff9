import { event } from '../../../shared/events.ts'
import type { ClientUser } from '../../../shared/people.ts'
import { isProblem } from '../../../shared/problems.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { remove } from '../../../shared/table/table.ts'
import { DossierAccesses, isLiveAccess } from '../../dossiers/records.ts'
import type { Handler } from '../../kernel/handler.ts'
import { countDossiers } from '../count-dossiers.ts'
import { leaveDossier } from '../last-administrator.ts'
import { isForced } from '../may-force.ts'
import type { routes } from '../routes.ts'

/**
 * Ends the access of a user to a dossier, on the very next request, and with it all that a request's approval gave; their
 * other dossiers stay (P-12, P-14, D-06).
 */
export const endAccess: Handler<typeof routes.endAccess> = async (context) => {
  const { actor, userAccess, input, now } = context
  const user = context.user as Stored<ClientUser>
  const forced = isForced(input.force === 'true', context)
  const others = forced || !isLiveAccess(userAccess, now) ? [] : await leaveDossier(user, userAccess.dossierId, context)
  if (isProblem(others)) return others
  const { dossierId, personId } = userAccess
  return {
    view: {},
    writes: [remove(DossierAccesses, userAccess), ...countDossiers(user, -1), ...others],
    events: [event('client-access-ended', { dossierId, personId, by: actor.personId })],
  }
}
