import { problem } from '../../../shared/problems.ts'
import { perhaps, require } from '../../../shared/table/table.ts'
import { placedIn } from '../../dossiers/audience.ts'
import { Dossiers } from '../../dossiers/records.ts'
import type { Handler } from '../../kernel/handler.ts'
import { recordCopy } from '../record-copy.ts'
import { Notes, NoteVersions } from '../records.ts'
import { revealedOf } from '../revealed-of.ts'
import type { routes } from '../routes.ts'
import { showNote } from '../show-note.ts'
import { putNote } from '../write-note.ts'

/** Copies the current version of a note into another dossier; whoever sees it there sees it here (D-21). */
export const copyNote: Handler<typeof routes.copyNote> = async (context) => {
  const { dossier, note, each, read } = context
  const [to] = each
  if (to === undefined || to.dossier.dossierId === dossier.dossierId) return problem('already-there')
  const { current } = await read({ current: perhaps(NoteVersions, { ...note, number: note.current }) })
  if (current === undefined) return problem('content-not-intact')

  const confidential = placedIn(to.dossier, { dossier, item: note }).item.confidential === true
  const copied = putNote(to.dossier, { kind: note.kind, title: note.title, text: current.text, confidential }, context)
  const sides = {
    from: { dossierId: dossier.dossierId, itemId: note.noteId, itemVersion: String(note.current) },
    to: { dossierId: to.dossier.dossierId, itemId: copied.note.noteId, itemVersion: '1' },
  }
  return {
    view: showNote(copied.note),
    version: 1,
    // What closes the note, or its dossier, at the same moment is not left behind.
    writes: [
      ...copied.writes,
      require(Notes, note),
      require(Dossiers, dossier),
      ...recordCopy('note', 'copied', sides, context),
    ],
    revealed: revealedOf(dossier, [note]),
  }
}
