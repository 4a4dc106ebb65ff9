import { isProblem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'
import { showNote } from '../show-note.ts'
import { writeNote } from '../write-note.ts'

/** Writes a note in a dossier; whoever reads the dossier reads it (D-01, D-04). */
export const createNote: Handler<typeof routes.createNote> = async (context) => {
  const written = await writeNote(context.dossier, { ...context.input, confidential: false }, context)
  return isProblem(written) ? written : { view: showNote(written.note), version: 1, writes: written.writes }
}
