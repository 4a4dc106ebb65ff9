import type { Handler } from '../../kernel/handler.ts'
import { whyNotStillSo } from '../../questions/still-so.ts'
import { assignFor } from '../records.ts'
import type { routes } from '../routes.ts'
import { showReasons } from '../show-assignment.ts'

/** Takes a client from a member; who owns a dossier of the client stays assigned by that (S-03, S-12). */
export const unassignClient: Handler<typeof routes.unassignClient> = async (context) => {
  const { theirs, member, client, input } = context
  const ids = { clientId: client.clientId, personId: member.personId }
  const outdated = await whyNotStillSo(context, { kind: 'assignment', ...ids, assigned: false }, input.simulation)
  if (outdated !== undefined) return outdated

  const dossierIds = theirs?.dossierIds ?? []
  const view = { ...ids, ...showReasons({ assigned: null, dossierIds }) }
  if (theirs === undefined || theirs.assigned === null) return { view }
  return { view, writes: assignFor(theirs, ids, { assigned: null }) }
}
