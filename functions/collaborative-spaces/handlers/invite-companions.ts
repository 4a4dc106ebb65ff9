import { event } from '../../../shared/events.ts'
import { People } from '../../../shared/people.ts'
import { problem } from '../../../shared/problems.ts'
import { create, require } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { Companions, holdMembers, MOST_MEMBERS } from '../records.ts'
import type { routes } from '../routes.ts'

/** Invites people into a space: each is a member of it from their next request on, and is told (D-18). */
export const inviteCompanions: Handler<typeof routes.inviteCompanions> = ({
  actor,
  collaborativeSpace: space,
  each,
  now,
}) => {
  const { spaceId, memberIds } = space
  const invited = each.flatMap(({ grantee }) => (grantee === undefined ? [] : [grantee]))
  const joining = invited.filter(({ personId }) => !memberIds.includes(personId))
  const after = [...memberIds, ...joining.map(({ personId }) => personId)]
  if (after.length > MOST_MEMBERS) return problem('space-full')
  return {
    view: { items: invited.map(({ personId, name }) => ({ personId, name })), members: after.length },
    version: space.version + (joining.length === 0 ? 0 : 1),
    writes:
      joining.length === 0
        ? []
        : [
            holdMembers(space, after),
            ...joining.flatMap((person) => [
              create(Companions, { spaceId, personId: person.personId, invitedBy: actor.personId, joinedAt: now }),
              // Whoever is deactivated, or becomes a guest, at the same moment joins nothing (D-16).
              require(People, person),
            ]),
          ],
    events: joining.map(({ personId }) => event('space-invited', { spaceId, personId, by: actor.personId })),
  }
}
