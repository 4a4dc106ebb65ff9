import { create, update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { Workspaces } from '../records.ts'
import type { routes } from '../routes.ts'

/** Chooses whether dossiers are met; it holds from the next request on, and gives nobody any of their content (D-22). */
export const changeWorkspace: Handler<typeof routes.changeWorkspace> = ({ workspace, input }) => ({
  view: input,
  version: (workspace?.version ?? 0) + 1,
  writes: [workspace === undefined ? create(Workspaces, input) : update(Workspaces, workspace, input)],
})
