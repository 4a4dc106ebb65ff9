import { resource } from '../../shared/contract/resource.ts'
import { the } from '../../shared/table/table.ts'
import { Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import { ArchiveExports } from './records.ts'

/** An export of one's own, with its dossier and what the actor is to that: those of others are not even looked for. */
export const archiveExport = resource({
  kind: 'archive-entry',
  known: 'dossier.know',
  load: ({ params: { dossierId = '', exportId = '' }, actorId }) => ({
    archiveExport: the(ArchiveExports, { dossierId, personId: actorId, exportId }),
    dossier: the(Dossiers, { dossierId }),
    ...tiesTo(dossierId, actorId),
  }),
})
