import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'
import { showSpace } from '../show-space.ts'

/** Shows a collaborative space to its members (D-17). */
export const readCollaborativeSpace: Handler<typeof routes.readCollaborativeSpace> = async (context) => ({
  view: await showSpace(context.collaborativeSpace, context),
  version: context.collaborativeSpace.version,
})
