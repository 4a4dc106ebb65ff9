import { isProblem } from '../../../shared/problems.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { NoteVersions } from '../records.ts'
import type { routes } from '../routes.ts'
import { showNote } from '../show-note.ts'
import { showText } from '../show-text.ts'

/** Shows a note with the text of its current version (D-01). */
export const readNote: Handler<typeof routes.readNote> = async ({ note, read, files }) => {
  const { current } = await read({ current: perhaps(NoteVersions, { ...note, number: note.current }) })
  const text = await showText(files, current)
  return isProblem(text) ? text : { view: { ...showNote(note), ...text }, version: note.version }
}
