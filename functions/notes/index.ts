import { filesWhenNeeded } from '../kernel/files-when-needed.ts'
import { serve } from '../kernel/serve.ts'
import { worldWith } from '../kernel/world.ts'
import { changeNote } from './handlers/change-note.ts'
import { copyNote } from './handlers/copy-note.ts'
import { copyNoteToSpace } from './handlers/copy-note-to-space.ts'
import { createConfidentialNote } from './handlers/create-confidential-note.ts'
import { createNote } from './handlers/create-note.ts'
import { listItemCopies } from './handlers/list-item-copies.ts'
import { listNoteVersions } from './handlers/list-note-versions.ts'
import { listNotes } from './handlers/list-notes.ts'
import { markNote } from './handlers/mark-note.ts'
import { moveNote } from './handlers/move-note.ts'
import { readNote } from './handlers/read-note.ts'
import { readNoteVersion } from './handlers/read-note-version.ts'
import { restoreNoteVersion } from './handlers/restore-note-version.ts'
import { routes } from './routes.ts'

const handlers = {
  createNote,
  createConfidentialNote,
  listNotes,
  readNote,
  changeNote,
  markNote,
  listNoteVersions,
  readNoteVersion,
  restoreNoteVersion,
  copyNote,
  moveNote,
  copyNoteToSpace,
  listItemCopies,
}

export const handler = serve(routes, handlers, {
  world: worldWith({ files: filesWhenNeeded() }),
})
