import { People } from '../../../shared/people.ts'
import { require } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { whyNotStillSo } from '../../questions/still-so.ts'
import { assignFor, reasonsOf } from '../records.ts'
import type { routes } from '../routes.ts'
import { showReasons } from '../show-assignment.ts'

/** Assigns a client to a member by name: what their sheet opens as `assigned`, it opens of this client (S-03). */
export const assignClient: Handler<typeof routes.assignClient> = async (context) => {
  const { actor, theirs, member, client, input, now } = context
  const ids = { clientId: client.clientId, personId: member.personId }
  const outdated = await whyNotStillSo(context, { kind: 'assignment', ...ids, assigned: true }, input.simulation)
  if (outdated !== undefined) return outdated

  const before = reasonsOf(member, theirs)
  if (theirs !== undefined && before.assigned !== null)
    return { view: { ...ids, ...showReasons(before) }, version: theirs.version }

  const assigned = { by: actor.personId, at: now }
  return {
    view: { ...ids, ...showReasons({ ...before, assigned }) },
    version: (theirs?.version ?? 0) + 1,
    // Whoever is deactivated at the same moment is given nothing.
    writes: [...assignFor(theirs, ids, { assigned }), require(People, member)],
  }
}
