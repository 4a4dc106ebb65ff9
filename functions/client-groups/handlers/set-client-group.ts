import { problem } from '../../../shared/problems.ts'
import { update } from '../../../shared/table/table.ts'
import { Dossiers } from '../../dossiers/records.ts'
import { readGroups, regroup } from '../../dossiers/regroup.ts'
import { showDossier } from '../../dossiers/show-dossier.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/** Puts a dossier into a group, or into none; one whose group answers its access requests stays in one (P-11). */
export const setClientGroup: Handler<typeof routes.setClientGroup> = async ({ actor, dossier, input, read, now }) => {
  const { clientGroupId } = input
  if (clientGroupId === (dossier.clientGroupId ?? null)) return { view: showDossier(dossier), version: dossier.version }
  if (clientGroupId === null && dossier.answeredBy === 'client-group') return problem('client-group-needed')
  const found = await readGroups([dossier], clientGroupId, read)
  const group = clientGroupId === null ? undefined : found.group(clientGroupId)
  if (clientGroupId !== null && group === undefined) return problem('not-found')
  const changes = { clientGroupId: group?.clientGroupId }
  return {
    view: showDossier({ ...dossier, ...changes, changedAt: now }),
    version: dossier.version + 1,
    writes: [update(Dossiers, dossier, changes), ...regroup([dossier], group, found, { at: now, by: actor.personId })],
  }
}
