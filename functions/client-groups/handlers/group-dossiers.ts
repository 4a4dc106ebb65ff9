import { update } from '../../../shared/table/table.ts'
import { Dossiers } from '../../dossiers/records.ts'
import { readGroups, regroup } from '../../dossiers/regroup.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/** Puts dossiers into a group, all of them or none; each leaves the one that it was in. */
export const groupDossiers: Handler<typeof routes.groupDossiers> = async ({ actor, group, each, read, now }) => {
  const { clientGroupId } = group
  const dossiers = each.map(({ dossier }) => dossier).filter((dossier) => dossier.clientGroupId !== clientGroupId)
  const found = await readGroups(dossiers, null, read)
  const writes = dossiers.map((dossier) => update(Dossiers, dossier, { clientGroupId }))
  return {
    view: { ...group, dossiers: group.dossiers + dossiers.length },
    version: group.version + (dossiers.length === 0 ? 0 : 1),
    writes: [...writes, ...regroup(dossiers, group, found, { at: now, by: actor.personId })],
  }
}
