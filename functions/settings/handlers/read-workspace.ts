import type { Handler } from '../../kernel/handler.ts'
import { unchosenWorkspace } from '../records.ts'
import type { routes } from '../routes.ts'

/** What the organisation chose for all of its dossiers (S-08, D-22). */
export const readWorkspace: Handler<typeof routes.readWorkspace> = ({ workspace }) =>
  workspace === undefined ? { view: unchosenWorkspace } : { view: workspace, version: workspace.version }
