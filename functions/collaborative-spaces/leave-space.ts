import { type DomainEvent, event } from '../../shared/events.ts'
import type { Stored } from '../../shared/table/record.ts'
import { remove, type Write } from '../../shared/table/table.ts'
import { type CollaborativeSpace, type Companion, Companions, holdMembers } from './records.ts'

/**
 * What changes when somebody leaves a space that others stay in (D-18). Of two who are the last, one meets the other here
 * and stays. Throws where they are the last: content is never left without a reader.
 */
export const leaveSpace = (
  space: Stored<CollaborativeSpace>,
  companion: Stored<Companion>,
): { readonly writes: readonly Write[]; readonly events: readonly DomainEvent[] } => {
  const { spaceId } = space
  const { personId } = companion
  const left = space.memberIds.filter((memberId) => memberId !== personId)
  if (left.length === 0) throw new Error('The last member does not leave a collaborative space.')
  return {
    writes: [holdMembers(space, left), remove(Companions, companion)],
    events: [event('space-left', { spaceId, personId, members: left.length })],
  }
}
