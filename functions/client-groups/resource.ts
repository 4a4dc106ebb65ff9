import { resource } from '../../shared/contract/resource.ts'
import { the } from '../../shared/table/table.ts'
import { Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import { ClientGroups } from './records.ts'

/** A client group; whoever may not see client groups may not know that one exists. */
export const clientGroup = resource({
  kind: 'client-group',
  known: 'client-group.read',
  load: ({ params: { clientGroupId = '' } }) => ({ group: the(ClientGroups, { clientGroupId }) }),
})

/** A dossier that comes into a client group, with what the actor is to it. */
export const dossierToGroup = resource({
  kind: 'dossier',
  known: 'dossier.know',
  load: ({ params: { groupedId = '' }, actorId }) => ({
    dossier: the(Dossiers, { dossierId: groupedId }),
    ...tiesTo(groupedId, actorId),
  }),
})
