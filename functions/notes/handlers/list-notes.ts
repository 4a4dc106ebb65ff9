import { fullPage, pageFrom } from '../../../shared/table/full-page.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type Note, Notes } from '../records.ts'
import { revealedOf } from '../revealed-of.ts'
import type { routes } from '../routes.ts'
import { showNote } from '../show-note.ts'

/** The notes one may read, newest first; each is decided on before its title is shown, and read where it is confidential. */
export const listNotes: Handler<typeof routes.listNotes> = async (context) => {
  const { dossier, access, share, assignment, input, list, may } = context
  const { dossierId } = dossier
  const isShown = (note: Note): boolean =>
    (input.kind === undefined || note.kind === input.kind) &&
    may('note.read', { dossier, access, share, assignment, note })
  const { items, cursor } = await fullPage(input, async (place, size) => {
    const page = await list<Note>(Notes.by.ofDossier, { dossierId }, { ...pageFrom(place, size), newestFirst: true })
    const placeOf = (note: Note): string => Notes.key(note).sk
    const last = page.items.at(-1)
    return {
      shown: page.items.filter(isShown).map((item) => ({ place: placeOf(item), item })),
      next: page.cursor === null || last === undefined ? undefined : placeOf(last),
    }
  })
  return { view: { items: items.map(showNote), cursor }, revealed: revealedOf(dossier, items) }
}
