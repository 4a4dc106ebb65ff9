import { isProblem } from '../../../shared/problems.ts'
import { update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { ClientGroups } from '../records.ts'
import { requireResponsible } from '../responsible.ts'
import type { routes } from '../routes.ts'

/** Renames a group, or names others who answer for it: those who did until now decide nothing from the next request on. */
export const changeClientGroup: Handler<typeof routes.changeClientGroup> = async ({ group, input, read }) => {
  const { name = group.name, responsibleIds } = input
  const responsible = responsibleIds === undefined ? [] : await requireResponsible(responsibleIds, read)
  if (isProblem(responsible)) return responsible
  const changes = { name, responsibleIds: responsibleIds ?? group.responsibleIds }
  return {
    view: { ...group, ...changes },
    version: group.version + 1,
    writes: [update(ClientGroups, group, changes), ...responsible],
  }
}
