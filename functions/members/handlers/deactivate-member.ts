import { event } from '../../../shared/events.ts'
import { deactivation } from '../../../shared/people.ts'
import { isProblem, problem } from '../../../shared/problems.ts'
import { allSpacesOf } from '../../collaborative-spaces/spaces-of.ts'
import type { Handler } from '../../kernel/handler.ts'
import { whyNotStillSo } from '../../questions/still-so.ts'
import { changeMember } from '../change-member.ts'
import { heldIn, isNothing, requireHeld, stillHeld } from '../held.ts'
import { leaveSpaces } from '../leave-spaces.ts'
import type { routes } from '../routes.ts'

/**
 * Deactivates a member who holds nothing any more: they reach nothing from the very next request on (D-06, D-20). They
 * leave their collaborative spaces with it; what they were given by name gives nothing from then on, and is tidied away
 * by `end-ties`.
 */
export const deactivateMember: Handler<typeof routes.deactivateMember> = async (context) => {
  const { member, holdings, input, list } = context
  if (member.kind !== 'member') return problem('not-found')
  const { personId } = member
  const outdated = await whyNotStillSo(context, { kind: 'deactivation', personId }, input.simulation)
  if (outdated !== undefined) return outdated
  if (member.status === 'inactive') return { view: member, version: member.version }
  const changes = deactivation(member)
  const [spaces, writes] = await Promise.all([allSpacesOf(personId, context), changeMember({ list }, member, changes)])
  const held = heldIn(holdings, spaces)
  if (!isNothing(held)) return stillHeld(held)
  const left = leaveSpaces(spaces)
  if (isProblem(left)) return left
  if (isProblem(writes)) return writes
  return {
    view: { ...member, ...changes },
    version: member.version + 1,
    // A dossier that is made theirs at the same moment is met here: either it is theirs and they stay, or it is not made.
    writes: [...writes, requireHeld(holdings, personId), ...left.writes],
    events: [event('person-changed', { personId }), ...left.events],
  }
}
