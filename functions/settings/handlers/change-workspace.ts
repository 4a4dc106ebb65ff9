import { create, update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { choicesOf, Workspaces } from '../records.ts'
import type { routes } from '../routes.ts'

/**
 * Chooses for all dossiers; it holds from the next request on. To be met gives nobody any content (D-22); times count for
 * what is asked, granted and refused from then on (P-12).
 */
export const changeWorkspace: Handler<typeof routes.changeWorkspace> = ({ workspace, input }) => {
  const { requestDays, accessDays, refusalPauseDays } = { ...choicesOf(workspace), ...given(input) }
  const choices = { dossiersMet: input.dossiersMet, requestDays, accessDays, refusalPauseDays }
  return {
    view: choices,
    version: (workspace?.version ?? 0) + 1,
    writes: [workspace === undefined ? create(Workspaces, choices) : update(Workspaces, workspace, choices)],
  }
}

/** What is left out stays as it is. */
const given = (input: object): object =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
