import { reinstate } from '../../../shared/people.ts'
import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/**
 * Brings a deactivated member back with the roles and the sheet they had; whoever never set a password is invited again.
 * No link, share or assignment of theirs comes back (D-20).
 */
export const reactivateMember: Handler<typeof routes.reactivateMember> = ({ actor, member, now }) => {
  if (member.kind !== 'member') return problem('not-found')
  if (member.status !== 'inactive') return { view: member, version: member.version }
  const { changes, ...follows } = reinstate(member, { by: actor.personId, dossierId: null, now })
  return { view: { ...member, ...changes }, version: member.version + 1, ...follows }
}
