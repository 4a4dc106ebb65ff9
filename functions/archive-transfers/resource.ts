import { resource } from '../../shared/contract/resource.ts'
import { the } from '../../shared/table/table.ts'
import { Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import { SendingBatches } from './batches/records.ts'
import { ArchiveEntries, Transfers } from './records.ts'

/** A sending of documents, with its dossier and what the actor is to that. */
export const transfer = resource({
  kind: 'transfer',
  known: 'transfer.read',
  load: ({ params: { dossierId = '', transferId = '' }, actorId }) => ({
    transfer: the(Transfers, { dossierId, transferId }),
    dossier: the(Dossiers, { dossierId }),
    ...tiesTo(dossierId, actorId),
  }),
})

/** A batch is decided on as a sending is, by who asked for it. */
export const sendingBatch = resource({
  kind: 'transfer',
  known: 'transfer.read',
  load: ({ params: { dossierId = '', batchId = '' }, actorId }) => ({
    transfer: the(SendingBatches, { dossierId, batchId }),
    dossier: the(Dossiers, { dossierId }),
    ...tiesTo(dossierId, actorId),
  }),
})

/** A file in the archive, with its dossier and what the actor is to that. */
export const archiveEntry = resource({
  kind: 'archive-entry',
  known: 'archive.read',
  load: ({ params: { dossierId = '', entryId = '' }, actorId }) => ({
    entry: the(ArchiveEntries, { dossierId, entryId }),
    dossier: the(Dossiers, { dossierId }),
    ...tiesTo(dossierId, actorId),
  }),
})
