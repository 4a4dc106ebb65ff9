import type { Handler } from '../../kernel/handler.ts'
import { type ArchiveExport, ArchiveExports } from '../records.ts'
import type { routes } from '../routes.ts'
import { showExport } from '../show-export.ts'

/** One's own exports, newest first: those of others lie elsewhere (P-10). */
export const listExports: Handler<typeof routes.listExports> = async ({
  actor,
  dossier,
  input,
  list,
  language,
  now,
}) => {
  const { items, cursor } = await list<ArchiveExport>(
    ArchiveExports.by.ofPerson,
    { dossierId: dossier.dossierId, personId: actor.personId },
    { ...input, newestFirst: true },
  )
  return { view: { items: items.map((made) => showExport(made, language, now)), cursor } }
}
