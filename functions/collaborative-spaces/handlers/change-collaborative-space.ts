import { update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { CollaborativeSpaces } from '../records.ts'
import type { routes } from '../routes.ts'
import { showSpace } from '../show-space.ts'

/** Changes what an open space is called, or what it is about; what it is bound to stays. */
export const changeCollaborativeSpace: Handler<typeof routes.changeCollaborativeSpace> = async (context) => {
  const { collaborativeSpace: space, input } = context
  const { name = space.name, about = space.about } = input
  return {
    view: await showSpace({ ...space, name, about }, context),
    version: space.version + 1,
    writes: [update(CollaborativeSpaces, space, { name, about })],
  }
}
