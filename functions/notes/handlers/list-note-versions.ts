import type { Handler } from '../../kernel/handler.ts'
import { type NoteVersion, NoteVersions } from '../records.ts'
import type { routes } from '../routes.ts'
import { showVersion } from '../show-note.ts'

/** Every version of a note, newest first: who wrote it, and when. */
export const listNoteVersions: Handler<typeof routes.listNoteVersions> = async ({ note, input, list }) => {
  const page = { ...input, newestFirst: true }
  const { items, cursor } = await list<NoteVersion>(NoteVersions.by.ofNote, { noteId: note.noteId }, page)
  return { view: { items: items.map(showVersion), cursor } }
}
