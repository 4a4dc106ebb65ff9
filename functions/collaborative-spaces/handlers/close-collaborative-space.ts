import { event } from '../../../shared/events.ts'
import { update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { CollaborativeSpaces } from '../records.ts'
import type { routes } from '../routes.ts'
import { showSpace } from '../show-space.ts'

/** Its last member closes a space: nothing is written in it any more, and they go on reading all of it (D-18). */
export const closeCollaborativeSpace: Handler<typeof routes.closeCollaborativeSpace> = async (context) => {
  const { actor, collaborativeSpace: space, now } = context
  const closed = { state: 'closed', closedAt: now, closedBy: actor.personId } as const
  return {
    view: await showSpace({ ...space, ...closed }, context),
    version: space.version + 1,
    writes: [update(CollaborativeSpaces, space, closed)],
    events: [event('space-closed', { spaceId: space.spaceId, by: actor.personId })],
  }
}
