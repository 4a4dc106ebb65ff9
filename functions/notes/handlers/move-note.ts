import { problem } from '../../../shared/problems.ts'
import { create, remove } from '../../../shared/table/table.ts'
import { isSeenByMore, placedIn } from '../../dossiers/audience.ts'
import { holdContent } from '../../dossiers/contents.ts'
import type { Handler } from '../../kernel/handler.ts'
import { recordCopy } from '../record-copy.ts'
import { type Note, Notes } from '../records.ts'
import { revealedOf } from '../revealed-of.ts'
import type { routes } from '../routes.ts'
import { showNote } from '../show-note.ts'

/**
 * Moves a note with all its versions, of which none is written again. Whoever sees it there sees it here; that somebody
 * who sees it here would see it no more is said before, and done only when it is meant (D-21).
 */
export const moveNote: Handler<typeof routes.moveNote> = async (context) => {
  const { dossier, note, each, input, read, list, policy, now } = context
  const [to] = each
  if (to === undefined || to.dossier.dossierId === dossier.dossierId) return problem('already-there')
  const here = { dossier, item: note }
  const there = placedIn(to.dossier, here)
  const isSeenByFewer = await isSeenByMore('note', { there: here, here: there }, { load: read, list, policy, now })
  if (isSeenByFewer && input.fewer !== true) return problem('seen-by-fewer')

  const { version: _, ...fields } = note
  const moved: Note = {
    ...fields,
    dossierId: to.dossier.dossierId,
    confidential: there.item.confidential === true,
  }
  const sideOf = ({ dossierId }: Note) => ({ dossierId, itemId: note.noteId, itemVersion: String(note.current) })
  return {
    view: showNote(moved),
    version: 1,
    writes: [
      remove(Notes, note),
      create(Notes, moved),
      holdContent(dossier, note.confidential === true ? { confidential: -1 } : { open: -1 }),
      holdContent(to.dossier, moved.confidential === true ? { confidential: 1 } : { open: 1 }),
      ...recordCopy('note', 'moved', { from: sideOf(note), to: sideOf(moved) }, context),
    ],
    revealed: revealedOf(dossier, [note]),
  }
}
