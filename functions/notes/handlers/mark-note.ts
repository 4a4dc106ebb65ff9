import { markItem } from '../../dossiers/mark-item.ts'
import type { Handler } from '../../kernel/handler.ts'
import { Notes } from '../records.ts'
import type { routes } from '../routes.ts'
import { showNote } from '../show-note.ts'

/** Marks a note confidential, or lifts its mark; the dossier's label follows (D-07). */
export const markNote: Handler<typeof routes.markNote> = ({ dossier, note, input: { confidential } }) => {
  const writes = markItem(Notes, note, dossier, confidential)
  const version = note.version + (writes.length === 0 ? 0 : 1)
  return { view: showNote({ ...note, confidential }), version, writes }
}
