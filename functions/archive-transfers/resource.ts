import { resource } from '../../shared/contract/resource.ts'
import { perhaps, the } from '../../shared/table/table.ts'
import { DossierAccesses, Dossiers } from '../dossiers/records.ts'
import { ArchiveEntries, Transfers } from './records.ts'

/** A sending of documents, with its dossier and the actor's assignment to that. */
export const transfer = resource({
  kind: 'transfer',
  known: 'transfer.read',
  load: ({ params: { dossierId = '', transferId = '' }, actorId }) => ({
    transfer: the(Transfers, { dossierId, transferId }),
    dossier: the(Dossiers, { dossierId }),
    access: perhaps(DossierAccesses, { dossierId, personId: actorId }),
  }),
})

/** A file in the archive, with its dossier and the actor's assignment to that. */
export const archiveEntry = resource({
  kind: 'archive-entry',
  known: 'archive.read',
  load: ({ params: { dossierId = '', entryId = '' }, actorId }) => ({
    entry: the(ArchiveEntries, { dossierId, entryId }),
    dossier: the(Dossiers, { dossierId }),
    access: perhaps(DossierAccesses, { dossierId, personId: actorId }),
  }),
})
