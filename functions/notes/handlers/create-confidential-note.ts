import { isProblem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'
import { showNote } from '../show-note.ts'
import { writeNote } from '../write-note.ts'

/** Writes a note that nobody reads by a wide scope, not even in the moment before it is marked (D-07, D-09). */
export const createConfidentialNote: Handler<typeof routes.createConfidentialNote> = async (context) => {
  const written = await writeNote(context.dossier, { ...context.input, confidential: true }, context)
  return isProblem(written) ? written : { view: showNote(written.note), version: 1, writes: written.writes }
}
