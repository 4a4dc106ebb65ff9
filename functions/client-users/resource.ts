import { resource } from '../../shared/contract/resource.ts'
import { People } from '../../shared/people.ts'
import { the } from '../../shared/table/table.ts'
import { DossierAccesses, Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'

/** A user of a dossier, with their access to it, and what the actor is to the dossier. */
export const clientUser = resource({
  kind: 'client-user',
  known: 'client-user.list',
  load: ({ params: { dossierId = '', personId = '' }, actorId }) => ({
    user: the(People, { personId }),
    userAccess: the(DossierAccesses, { dossierId, personId }),
    dossier: the(Dossiers, { dossierId }),
    ...tiesTo(dossierId, actorId),
  }),
})
