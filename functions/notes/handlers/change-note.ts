import { isProblem } from '../../../shared/problems.ts'
import { require } from '../../../shared/table/table.ts'
import { keepText } from '../../../shared/texts.ts'
import { Dossiers } from '../../dossiers/records.ts'
import type { Handler } from '../../kernel/handler.ts'
import { addVersion } from '../add-version.ts'
import { textKey } from '../records.ts'
import type { routes } from '../routes.ts'
import { showNote } from '../show-note.ts'

/** Writes a new version; the earlier ones stay as they are (D-01). */
export const changeNote: Handler<typeof routes.changeNote> = async (context) => {
  const { dossier, note, input, files, newId } = context
  const text = await keepText(files, textKey(newId()), input.markdown)
  if (isProblem(text)) return text
  const changed = addVersion(note, { title: input.title, text }, context)
  return {
    view: showNote(changed.note),
    version: note.version + 1,
    // A dossier that is closed, or set confidential, at the same moment decides anew.
    writes: [...changed.writes, require(Dossiers, dossier)],
  }
}
