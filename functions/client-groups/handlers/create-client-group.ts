import { isProblem } from '../../../shared/problems.ts'
import { create } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type ClientGroup, ClientGroups } from '../records.ts'
import { requireResponsible } from '../responsible.ts'
import type { routes } from '../routes.ts'

/** Creates an empty client group (P-11). */
export const createClientGroup: Handler<typeof routes.createClientGroup> = async ({
  actor,
  input,
  read,
  now,
  newId,
}) => {
  const responsible = await requireResponsible(input.responsibleIds, read)
  if (isProblem(responsible)) return responsible
  const made = { createdAt: now, createdBy: actor.personId }
  const group: ClientGroup = { clientGroupId: newId(), ...input, dossiers: 0, ...made }
  return { view: group, version: 1, writes: [create(ClientGroups, group), ...responsible] }
}
