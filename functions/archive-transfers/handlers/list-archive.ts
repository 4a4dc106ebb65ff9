import type { Handler } from '../../kernel/handler.ts'
import { ArchiveEntries, type ArchiveEntry } from '../records.ts'
import type { routes } from '../routes.ts'
import { showEntry } from '../show-entry.ts'

/**
 * What was sent from a dossier and one may read, newest first; each entry is decided on before it is shown (P-10), and
 * what is confidential of it is written down as read (D-10).
 */
export const listArchive: Handler<typeof routes.listArchive> = async (context) => {
  const { dossier, access, share, assignment, input, list, may } = context
  const { dossierId } = dossier
  const { items, cursor } = await list<ArchiveEntry>(
    ArchiveEntries.by.ofDossier,
    { dossierId },
    { ...input, newestFirst: true },
  )
  const seen = items.filter((entry) => may('archive.read', { dossier, access, share, assignment, entry }))
  const confidential = seen.filter((entry) => dossier.confidential === true || entry.confidential === true)
  return {
    view: { items: seen.map(showEntry), cursor },
    revealed: confidential.map(({ entryId }) => ({ kind: 'archive-entry', id: entryId }) as const),
  }
}
