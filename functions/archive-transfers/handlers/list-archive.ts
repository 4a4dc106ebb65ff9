import type { Handler } from '../../kernel/handler.ts'
import { ArchiveEntries, type ArchiveEntry } from '../records.ts'
import type { routes } from '../routes.ts'

/** What was sent from a dossier, newest first: who may read its archive reads all of it (P-04, P-10). */
export const listArchive: Handler<typeof routes.listArchive> = async ({ dossier: { dossierId }, input, list }) => ({
  view: await list<ArchiveEntry>(ArchiveEntries.by.ofDossier, { dossierId }, { ...input, newestFirst: true }),
})
