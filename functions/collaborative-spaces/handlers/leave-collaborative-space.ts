import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { leaveSpace } from '../leave-space.ts'
import type { routes } from '../routes.ts'

/** Leaves a space: from the next request on they see nothing of it (D-18, D-06). */
export const leaveCollaborativeSpace: Handler<typeof routes.leaveCollaborativeSpace> = ({
  collaborativeSpace,
  companion,
}) =>
  // Whoever is no member was told that nothing is here.
  companion === undefined ? problem('not-found') : { view: {}, ...leaveSpace(collaborativeSpace, companion) }
