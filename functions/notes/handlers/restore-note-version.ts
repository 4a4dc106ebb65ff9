import { require } from '../../../shared/table/table.ts'
import { Dossiers } from '../../dossiers/records.ts'
import type { Handler } from '../../kernel/handler.ts'
import { addVersion } from '../add-version.ts'
import type { routes } from '../routes.ts'
import { showNote } from '../show-note.ts'

/** Makes an earlier version current again, as a new one; the current one restored changes nothing (D-21). */
export const restoreNoteVersion: Handler<typeof routes.restoreNoteVersion> = (context) => {
  const { dossier, note, noteVersion } = context
  const { number, title, text } = noteVersion
  if (number === note.current) return { view: showNote(note), version: note.version }
  // The text is named again, not written again: what was kept never changes.
  const restored = addVersion(note, { title, text, restoredFrom: number }, context)
  return {
    view: showNote(restored.note),
    version: note.version + 1,
    writes: [...restored.writes, require(Dossiers, dossier)],
  }
}
