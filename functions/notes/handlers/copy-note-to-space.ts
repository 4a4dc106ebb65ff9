import { problem } from '../../../shared/problems.ts'
import { perhaps, require } from '../../../shared/table/table.ts'
import { copyIntoSpace } from '../../collaborative-spaces/copy-into-space.ts'
import { Dossiers } from '../../dossiers/records.ts'
import type { Handler } from '../../kernel/handler.ts'
import { recordCopyToSpace } from '../record-copy.ts'
import { Notes, NoteVersions } from '../records.ts'
import type { routes } from '../routes.ts'

/** Copies the current version of a note into a collaborative space, recorded on both sides (D-19). */
export const copyNoteToSpace: Handler<typeof routes.copyNoteToSpace> = async (context) => {
  const { actor, dossier, note, each, read, now, newId } = context
  const [into] = each
  const { current } = await read({ current: perhaps(NoteVersions, { ...note, number: note.current }) })
  if (into === undefined || current === undefined) return problem('content-not-intact')

  const { dossierId } = dossier
  const { noteId: id, kind, title } = note
  const version = String(note.current)
  const { entry, writes, events } = copyIntoSpace(
    into.collaborativeSpace,
    { dossierId, kind: 'note', id, version },
    { kind, title, text: current.text },
    { by: actor.personId, at: now, newId },
  )
  return {
    view: entry,
    writes: [
      ...writes,
      // Marked at the same moment, it stays where it is.
      require(Notes, note),
      require(Dossiers, dossier),
      recordCopyToSpace('note', { dossierId, itemId: id, itemVersion: version }, entry, context),
    ],
    events,
  }
}
