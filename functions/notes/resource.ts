import { resource, type Whereabouts } from '../../shared/contract/resource.ts'
import { the } from '../../shared/table/table.ts'
import { Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import { Notes, NoteVersions } from './records.ts'

const noteAndTies = ({ params: { dossierId = '', noteId = '' }, actorId }: Whereabouts) => ({
  note: the(Notes, { dossierId, noteId }),
  dossier: the(Dossiers, { dossierId }),
  ...tiesTo(dossierId, actorId),
})

/**
 * A note, with its dossier and what the actor is to that. Whoever knows of the dossier knows its label (D-09), so that a
 * confidential note is refused to them with the reason; to everybody else nothing is there.
 */
export const note = resource({ kind: 'note', known: 'dossier.know', load: noteAndTies })

/** A version of a note that is named in the path, with the note. */
export const noteVersion = resource({
  kind: 'note',
  known: 'dossier.know',
  load: (where) => ({
    ...noteAndTies(where),
    noteVersion: the(NoteVersions, { noteId: where.params.noteId ?? '', number: where.params.number ?? '' }),
  }),
})
