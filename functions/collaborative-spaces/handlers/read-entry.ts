import { isProblem, problem } from '../../../shared/problems.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Dossier } from '../../dossiers/records.ts'
import type { Handler } from '../../kernel/handler.ts'
import { showText } from '../../notes/show-text.ts'
import { SpaceEntryVersions } from '../records.ts'
import type { routes } from '../routes.ts'
import { showEntry } from '../show-entry.ts'
import { lookupsOf, toldOf } from '../show-space.ts'

/** Of a document, and of one whose file has not come. */
const NO_TEXT = { markdown: null, html: null, withoutHtml: null }

/** Shows an entry in its current version, or in another; of a document whose file has not come, no version (D-17). */
export const readEntry: Handler<typeof routes.readEntry> = async ({ actor, entry, input, read, files, may }) => {
  const { entryId, copiedFrom } = entry
  const { version, ...ofDossier } = await read({
    version: perhaps(SpaceEntryVersions, { entryId, versionId: input.versionId ?? entry.currentVersionId ?? 'none' }),
    ...(copiedFrom === null ? {} : lookupsOf(copiedFrom.dossierId, actor.personId)),
  })
  if (version === undefined && input.versionId !== undefined) return problem('not-found')
  const text = version?.text ? await showText(files, { text: version.text }) : NO_TEXT
  if (isProblem(text)) return text
  const dossier = toldOf(ofDossier as { dossier: Stored<Dossier> | undefined }, may)
  return { view: showEntry(entry, version ?? null, text, dossier), version: entry.version }
}
