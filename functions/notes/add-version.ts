import type { Stored } from '../../shared/table/record.ts'
import { create, update, type Write } from '../../shared/table/table.ts'
import { type Note, Notes, type NoteVersion, NoteVersions } from './records.ts'

type New = Pick<NoteVersion, 'title' | 'text' | 'restoredFrom'>

/** A further version, which is current from now on; two who write at once make two, and none is lost. */
export const addVersion = (
  note: Stored<Note>,
  version: New,
  { actor: { personId }, now }: { readonly actor: { readonly personId: string }; readonly now: string },
): { readonly note: Note; readonly writes: readonly Write[] } => {
  const { dossierId, noteId } = note
  const number = note.current + 1
  const changes = { title: version.title, current: number, changedAt: now, changedBy: personId }
  return {
    note: { ...note, ...changes },
    writes: [
      update(Notes, note, changes),
      create(NoteVersions, { noteId, number, dossierId, ...version, createdAt: now, createdBy: personId }),
    ],
  }
}
