import { event } from '../../../shared/events.ts'
import { problem } from '../../../shared/problems.ts'
import { remove } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { whyNotStillSo } from '../../questions/still-so.ts'
import { isLiveShare, Shares } from '../records.ts'
import type { routes } from '../routes.ts'
import { requireOwner } from '../share-with.ts'

/** Ends a share: the collaborator reaches nothing on their very next request, and is told (D-02, D-05, D-06). */
export const endShare: Handler<typeof routes.endShare> = async (context) => {
  const { actor, givenShare, input, now } = context
  // One whose end has passed gives nothing any more: the clock tells of its end and tidies it away.
  if (givenShare === undefined || !isLiveShare(givenShare, now)) return problem('not-found')
  const { dossierId, personId, access, until } = givenShare
  const change = { kind: 'share', dossierId, personId, access: 'none' } as const
  const outdated = await whyNotStillSo(context, change, input.simulation)
  if (outdated !== undefined) return outdated
  return {
    view: {},
    writes: [remove(Shares, givenShare), requireOwner(context)],
    events: [event('share-ended', { dossierId, personId, access, until, by: actor.personId })],
  }
}
