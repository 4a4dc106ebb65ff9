import { event } from '../../../shared/events.ts'
import { changePerson, reinstatement } from '../../../shared/people.ts'
import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/**
 * Brings a deactivated member back with the roles and the sheet they had; whoever never set a password is invited again.
 * No link, share or assignment of theirs comes back (D-20).
 */
export const reactivateMember: Handler<typeof routes.reactivateMember> = ({ actor, member, now }) => {
  if (member.kind !== 'member') return problem('not-found')
  const { personId } = member
  if (member.status !== 'inactive') return { view: member, version: member.version }
  const changes = reinstatement(member, now)
  const invited = event('person-invited', { personId, invitedBy: actor.personId, dossierId: null })
  return {
    view: { ...member, ...changes },
    version: member.version + 1,
    writes: changePerson(member, changes),
    events: [event('person-changed', { personId }), ...(changes.status === 'invited' ? [invited] : [])],
  }
}
