import { event } from '../../../shared/events.ts'
import { problem } from '../../../shared/problems.ts'
import { create } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { mayStillJoin } from '../join-space.ts'
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
  const invited = each.flatMap(({ grantee, holdings }) =>
    grantee === undefined ? [] : [{ person: grantee, holdings }],
  )
  const joining = invited.filter(({ person }) => !memberIds.includes(person.personId))
  const after = [...memberIds, ...joining.map(({ person }) => person.personId)]
  if (after.length > MOST_MEMBERS) return problem('space-full')
  return {
    view: { items: invited.map(({ person: { personId, name } }) => ({ personId, name })), members: after.length },
    version: space.version + (joining.length === 0 ? 0 : 1),
    writes:
      joining.length === 0
        ? []
        : [
            holdMembers(space, after),
            ...joining.flatMap(({ person, holdings }) => [
              create(Companions, { spaceId, personId: person.personId, invitedBy: actor.personId, joinedAt: now }),
              ...mayStillJoin(person, holdings),
            ]),
          ],
    events: joining.map(({ person: { personId } }) =>
      event('space-invited', { spaceId, personId, by: actor.personId }),
    ),
  }
}
