import { Holdings, holdMore, isActiveColleague, People } from '../../../shared/people.ts'
import { problem } from '../../../shared/problems.ts'
import { perhaps, require, update, type Write } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { whyNotStillSo } from '../../questions/still-so.ts'
import { Dossiers } from '../records.ts'
import { readGroups, regroup } from '../regroup.ts'
import type { routes } from '../routes.ts'
import { showDossier } from '../show-dossier.ts'

/** Switches modules and says who answers access requests; in force on the very next request (P-02, P-11). */
export const configureDossier: Handler<typeof routes.configureDossier> = async (context) => {
  const { actor, dossier, input, read, now } = context
  const { modules = dossier.modules, responsibleId = dossier.responsibleId, answeredBy = dossier.answeredBy } = input
  const clientGroupId = input.clientGroupId === undefined ? dossier.clientGroupId : (input.clientGroupId ?? undefined)
  if (answeredBy === 'client-group' && clientGroupId === undefined) return problem('client-group-needed')
  const handedOn: Write[] = []
  if (clientGroupId !== dossier.clientGroupId) {
    const found = await readGroups([dossier], clientGroupId, read)
    const group = clientGroupId === undefined ? undefined : found.group(clientGroupId)
    if (clientGroupId !== undefined && group === undefined) return problem('not-found')
    handedOn.push(...regroup([dossier], group, found, { at: now, by: actor.personId }))
  }
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
  const changes = { modules, responsibleId, clientGroupId, ...(answeredBy && { answeredBy }) }
  const change = {
    kind: 'configuration',
    dossierId: dossier.dossierId,
    modules: input.modules,
    responsibleId: input.responsibleId,
    answeredBy: input.answeredBy,
  } as const
  const outdated = await whyNotStillSo(context, change, input.simulation)
  if (outdated !== undefined) return outdated
  return {
    view: showDossier({ ...dossier, ...changes, changedAt: now }),
    version: dossier.version + 1,
    writes: [update(Dossiers, dossier, { ...changes, ...named }), ...handedOn],
  }
}
