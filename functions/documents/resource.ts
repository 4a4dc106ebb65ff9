import { resource } from '../../shared/contract/resource.ts'
import { perhaps, the } from '../../shared/table/table.ts'
import { DossierAccesses, Dossiers } from '../dossiers/records.ts'
import { Documents } from './records.ts'

/** A document, with its dossier and the actor's assignment to that. */
export const document = resource({
  kind: 'document',
  known: 'document.read',
  load: ({ params: { dossierId = '', documentId = '' }, actorId }) => ({
    document: the(Documents, { dossierId, documentId }),
    dossier: the(Dossiers, { dossierId }),
    access: perhaps(DossierAccesses, { dossierId, personId: actorId }),
  }),
})
