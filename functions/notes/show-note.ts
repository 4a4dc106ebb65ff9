import type { Note, NoteVersion } from './records.ts'

/** A note as it is shown, without its text. */
export const showNote = (note: Note) => ({ ...note, confidential: note.confidential === true })

/** A version as it is shown, without its text. */
export const showVersion = (version: NoteVersion) => ({ ...version, restoredFrom: version.restoredFrom ?? null })
