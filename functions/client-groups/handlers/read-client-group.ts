import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/** Shows a client group, with the version that guards a change of it. */
export const readClientGroup: Handler<typeof routes.readClientGroup> = ({ group }) => ({
  view: group,
  version: group.version,
})
