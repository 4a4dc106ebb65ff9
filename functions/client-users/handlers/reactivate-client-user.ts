import { type ClientUser, reinstate } from '../../../shared/people.ts'
import type { Stored } from '../../../shared/table/record.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/** Brings a deactivated user back with the dossiers they have; whoever never set a password is invited again (P-14, C-02). */
export const reactivateClientUser: Handler<typeof routes.reactivateClientUser> = (context) => {
  const { actor, userAccess, now } = context
  const user = context.user as Stored<ClientUser>
  if (user.status !== 'inactive') return { view: { ...user, ...userAccess }, version: user.version }

  const { dossierId } = userAccess
  const { changes, ...follows } = reinstate(user, { by: actor.personId, dossierId, now })
  return { view: { ...user, ...changes, ...userAccess }, version: user.version + 1, ...follows }
}
