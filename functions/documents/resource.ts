import { resource } from '../../shared/contract/resource.ts'
import { the } from '../../shared/table/table.ts'
import { Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import { Documents } from './records.ts'

/** A document, with its dossier and what the actor is to that. */
export const document = resource({
  kind: 'document',
  known: 'document.read',
  load: ({ params: { dossierId = '', documentId = '' }, actorId }) => ({
    document: the(Documents, { dossierId, documentId }),
    dossier: the(Dossiers, { dossierId }),
    ...tiesTo(dossierId, actorId),
  }),
})
