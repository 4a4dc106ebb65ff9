import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'
import { showEntry } from '../show-entry.ts'

/** Shows what the archive knows of a file, with its checksum (P-10). */
export const readArchiveEntry: Handler<typeof routes.readArchiveEntry> = ({ entry }) => ({
  view: showEntry(entry),
  version: entry.version,
})
