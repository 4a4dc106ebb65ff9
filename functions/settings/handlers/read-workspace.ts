import type { Handler } from '../../kernel/handler.ts'
import { choicesOf } from '../records.ts'
import type { routes } from '../routes.ts'

/** What the organisation chose for all of its dossiers (S-08, D-22, P-12). */
export const readWorkspace: Handler<typeof routes.readWorkspace> = ({ workspace }) => ({
  view: choicesOf(workspace),
  ...(workspace === undefined ? {} : { version: workspace.version }),
})
