import { People } from '../../../shared/people.ts'
import { problem } from '../../../shared/problems.ts'
import { perhaps, update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { Dossiers } from '../records.ts'
import type { routes } from '../routes.ts'

/** Switches modules and names who answers access requests; in force on the very next request (P-02). */
export const configureDossier: Handler<typeof routes.configureDossier> = async ({ dossier, input, read }) => {
  const { modules = dossier.modules, responsibleId = dossier.responsibleId } = input
  if (responsibleId !== dossier.responsibleId) {
    const { responsible } = await read({ responsible: perhaps(People, { personId: responsibleId }) })
    if (responsible?.kind !== 'member' || responsible.status !== 'active') return problem('owner-not-eligible')
  }
  return {
    view: { ...dossier, modules, responsibleId },
    version: dossier.version + 1,
    writes: [update(Dossiers, dossier, { modules, responsibleId })],
  }
}
