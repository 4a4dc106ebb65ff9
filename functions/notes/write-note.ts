/** A new note of a dossier, with its first version: counted in the dossier in the same transaction (D-07). */
import type { Person } from '../../shared/people.ts'
import type { Files } from '../../shared/ports/files.ts'
import type { NewId } from '../../shared/ports/ids.ts'
import { isProblem, type Problem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, type Write } from '../../shared/table/table.ts'
import { keepText, type Text } from '../../shared/texts.ts'
import { holdContent } from '../dossiers/contents.ts'
import type { Dossier } from '../dossiers/records.ts'
import { type Note, type NoteKind, Notes, type NoteVersion, NoteVersions, textKey } from './records.ts'

type By = { readonly actor: Pick<Person, 'personId'>; readonly now: string; readonly newId: NewId }

type Put = { readonly note: Note; readonly writes: readonly Write[] }

type Content = {
  readonly kind: NoteKind
  readonly title: string
  readonly text: Text
  readonly confidential: boolean
}

/** The writes that put a note into a dossier. In one that is confidential as a whole it bears a mark of its own (D-08). */
export const putNote = (
  dossier: Stored<Dossier>,
  { kind, title, text, ...content }: Content,
  { actor: { personId }, now, newId }: By,
): Put => {
  const { dossierId } = dossier
  const confidential = content.confidential || dossier.confidential === true
  const made = { createdAt: now, createdBy: personId }
  const noteId = newId()
  const note: Note = {
    dossierId,
    noteId,
    kind,
    title,
    current: 1,
    confidential,
    ...made,
    changedAt: now,
    changedBy: personId,
  }
  const version: NoteVersion = { noteId, number: 1, dossierId, title, text, ...made }
  return {
    note,
    writes: [
      create(Notes, note),
      create(NoteVersions, version),
      holdContent(dossier, confidential ? { confidential: 1 } : { open: 1 }),
    ],
  }
}

type Written = Omit<Content, 'text'> & { readonly markdown: string }

/** Keeps what was written, and puts it into the dossier; a long text is in its place before anything names it. */
export const writeNote = async (
  dossier: Stored<Dossier>,
  { markdown, ...written }: Written,
  { files, ...by }: By & { readonly files: Pick<Files, 'put'> },
): Promise<Put | Problem> => {
  const text = await keepText(files, textKey(by.newId()), markdown)
  return isProblem(text) ? text : putNote(dossier, { ...written, text }, by)
}
