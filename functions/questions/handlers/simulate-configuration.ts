import { People } from '../../../shared/people.ts'
import { problem } from '../../../shared/problems.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { askChange } from '../ask-change.ts'
import type { routes } from '../routes.ts'

/** Who gains and who loses what by other modules of a dossier, or by somebody else who answers for it (B-04, P-02). */
export const simulateConfiguration: Handler<typeof routes.simulateConfiguration> = async (context) => {
  const { dossier, access, share, assignment, input, read } = context
  const { modules, responsibleId, answeredBy, ...page } = input
  if (responsibleId !== undefined && responsibleId !== dossier.responsibleId) {
    const { responsible } = await read({ responsible: perhaps(People, { personId: responsibleId }) })
    if (responsible?.kind !== 'member' || responsible.status !== 'active') return problem('owner-not-eligible')
  }
  const change = { kind: 'configuration', dossierId: dossier.dossierId, modules, responsibleId, answeredBy } as const
  return { view: await askChange(context, change, page, { dossier, access, share, assignment }) }
}
