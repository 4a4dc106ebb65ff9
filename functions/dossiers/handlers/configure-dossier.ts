import { Holdings, holdMore, isActiveColleague, People } from '../../../shared/people.ts'
import { problem } from '../../../shared/problems.ts'
import { perhaps, require, update, type Write } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { whyNotStillSo } from '../../questions/still-so.ts'
import { Dossiers } from '../records.ts'
import type { routes } from '../routes.ts'
import { showDossier } from '../show-dossier.ts'

/** Switches modules and names who answers access requests; in force on the very next request (P-02). */
export const configureDossier: Handler<typeof routes.configureDossier> = async (context) => {
  const { actor, dossier, input, read, now } = context
  const { modules = dossier.modules, responsibleId = dossier.responsibleId } = input
  const handedOn: Write[] = []
  const named = responsibleId === dossier.responsibleId ? {} : { responsibleNamed: { at: now, by: actor.personId } }
  if (responsibleId !== dossier.responsibleId) {
    const { responsible, before, after } = await read({
      responsible: perhaps(People, { personId: responsibleId }),
      before: perhaps(Holdings, { personId: dossier.responsibleId }),
      after: perhaps(Holdings, { personId: responsibleId }),
    })
    if (!isActiveColleague(responsible)) return problem('owner-not-eligible')
    handedOn.push(
      holdMore(before, dossier.responsibleId, { responsibilities: -1 }),
      holdMore(after, responsibleId, { responsibilities: 1 }),
      require(People, responsible),
    )
  }
  const change = { kind: 'configuration', dossierId: dossier.dossierId, ...input, simulation: undefined } as const
  const outdated = await whyNotStillSo(context, change, input.simulation)
  if (outdated !== undefined) return outdated
  return {
    view: showDossier({ ...dossier, modules, responsibleId, changedAt: now }),
    version: dossier.version + 1,
    writes: [update(Dossiers, dossier, { modules, responsibleId, ...named }), ...handedOn],
  }
}
