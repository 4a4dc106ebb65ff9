import { resource } from '../../shared/contract/resource.ts'
import { perhaps, the } from '../../shared/table/table.ts'
import { DossierAccesses, Dossiers } from './records.ts'

/** A dossier, with the actor's assignment to it. */
export const dossier = resource({
  kind: 'dossier',
  known: 'dossier.read',
  load: ({ params: { dossierId = '' }, actorId }) => ({
    dossier: the(Dossiers, { dossierId }),
    access: perhaps(DossierAccesses, { dossierId, personId: actorId }),
  }),
})
