import { event } from '../../../shared/events.ts'
import { isProblem } from '../../../shared/problems.ts'
import { require } from '../../../shared/table/table.ts'
import { Dossiers } from '../../dossiers/records.ts'
import type { Handler } from '../../kernel/handler.ts'
import { inviteClientUser } from '../invite-client-user.ts'
import type { routes } from '../routes.ts'

/** Creates a user of a dossier, the first one an Administrator, and has them invited (P-03, P-13, P-14). */
export const createClientUser: Handler<typeof routes.createClientUser> = async (context) => {
  const { actor, dossier, access: own, input } = context
  // An Administrator gives nothing that lasts longer than what they have (P-13).
  const until = (actor.kind === 'client-user' && own?.until) || null
  const invited = await inviteClientUser(context, { by: actor.personId, dossier, ...input, requestId: null, until })
  if (isProblem(invited)) return invited
  const { person, access, writes, events } = invited
  const { dossierId, personId } = access
  // An Administrator of the dossier creates users without the office, which is told (P-13).
  const told =
    actor.kind === 'client-user' ? [event('client-user-created', { dossierId, personId, by: actor.personId })] : []
  // A dossier that is closed at the same moment takes no new user.
  return {
    view: { ...person, ...access },
    writes: [...writes, require(Dossiers, dossier)],
    events: [...events, ...told],
  }
}
