import type { ClientUser } from '../../../shared/people.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/** Shows a user of a dossier, with the version that guards a change of their profile (P-01). */
export const readClientUser: Handler<typeof routes.readClientUser> = ({ user, userAccess }) => ({
  view: { ...(user as ClientUser), ...userAccess },
  version: user.version,
})
