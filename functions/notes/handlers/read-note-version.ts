import { isProblem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'
import { showVersion } from '../show-note.ts'
import { showText } from '../show-text.ts'

/** Shows a version of a note, as it was written. */
export const readNoteVersion: Handler<typeof routes.readNoteVersion> = async ({ noteVersion, files }) => {
  const text = await showText(files, noteVersion)
  return isProblem(text) ? text : { view: { ...showVersion(noteVersion), ...text } }
}
