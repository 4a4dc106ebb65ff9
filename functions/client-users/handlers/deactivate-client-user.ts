import { event } from '../../../shared/events.ts'
import { type ClientUser, changePerson, deactivation } from '../../../shared/people.ts'
import { isProblem } from '../../../shared/problems.ts'
import type { Stored } from '../../../shared/table/record.ts'
import type { Handler } from '../../kernel/handler.ts'
import { stopAdministrating } from '../last-administrator.ts'
import { isForced } from '../may-force.ts'
import type { routes } from '../routes.ts'

/** Deactivates a user: they reach nothing of any dossier from the very next request on (D-06, P-14). */
export const deactivateClientUser: Handler<typeof routes.deactivateClientUser> = async (context) => {
  const { userAccess, input } = context
  const user = context.user as Stored<ClientUser>
  if (user.status === 'inactive') return { view: { ...user, ...userAccess }, version: user.version }

  const others = isForced(input.force, context) ? [] : await stopAdministrating(user, context)
  if (isProblem(others)) return others
  const changes = deactivation(user)
  return {
    view: { ...user, ...changes, ...userAccess },
    version: user.version + 1,
    writes: [...changePerson(user, changes), ...others],
    events: [event('person-changed', { personId: user.personId })],
  }
}
