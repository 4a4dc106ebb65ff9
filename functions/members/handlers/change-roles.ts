import { event } from '../../../shared/events.ts'
import type { Member } from '../../../shared/people.ts'
import { isProblem, problem } from '../../../shared/problems.ts'
import type { Role } from '../../../shared/roles.ts'
import { allSpacesOf } from '../../collaborative-spaces/spaces-of.ts'
import type { Handler } from '../../kernel/handler.ts'
import { whyNotStillSo } from '../../questions/still-so.ts'
import { sheetAfter } from '../../settings/sheet-after.ts'
import { changeMember } from '../change-member.ts'
import { guestsHaveNothing } from '../guests-have-nothing.ts'
import { type Held, heldIn, requireHeld, stillHeld } from '../held.ts'
import { leaveSpaces } from '../leave-spaces.ts'
import type { routes } from '../routes.ts'

/**
 * Sets the roles of a member; in force on their very next request. What the new roles may not hold is handed over first.
 * A member who becomes a guest keeps no sheet and leaves their collaborative spaces (D-16); a guest who becomes a member
 * starts with the default of their roles.
 */
export const changeRoles: Handler<typeof routes.changeRoles> = async (context) => {
  const { member, holdings, input, list, read } = context
  if (member.kind !== 'member') return problem('not-found')
  const { personId } = member
  const roles = [...new Set(input.roles)]
  if (roles.includes('guest') && roles.length > 1) return problem('invalid-input', { detail: guestsHaveNothing })
  const changes: Pick<Member, 'roles' | 'sheet'> = { roles, sheet: await sheetAfter(member, roles, read) }
  const outdated = await whyNotStillSo(context, { kind: 'roles', personId, ...changes }, input.simulation)
  if (outdated !== undefined) return outdated
  const [spaces, writes] = await Promise.all([
    roles.includes('guest') ? allSpacesOf(personId, context) : [],
    changeMember({ list }, member, changes),
  ])
  const held = heldIn(holdings, spaces)
  if (!mayHold(roles, held)) return stillHeld(held)
  const left = leaveSpaces(spaces)
  if (isProblem(left)) return left
  if (isProblem(writes)) return writes
  return {
    view: { ...member, ...changes },
    version: member.version + 1,
    // Who comes to hold something at the same moment, while that still needs their old roles, is met here.
    writes: [...writes, requireHeld(holdings, personId), ...left.writes],
    events: [event('person-changed', { personId }), ...left.events],
  }
}

/** A dossier needs a practitioner as its owner (D-01), its access requests and a collaborative space anybody but a guest. */
const mayHold = (roles: readonly Role[], { dossiers, responsibilities, spaces }: Held): boolean =>
  (dossiers === 0 || roles.includes('practitioner')) && (responsibilities + spaces === 0 || !roles.includes('guest'))
