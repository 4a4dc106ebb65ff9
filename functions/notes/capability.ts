import { capability } from '../../shared/contract/capability.ts'
import { ItemCopies, Notes, NoteVersions } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const notes = capability({
  name: 'notes',
  summary: 'What is written in a dossier: notes and forms, and what is done with any single item of it',
  routes,
  rules,
  records: [Notes, NoteVersions, ItemCopies],
})
