import { typeOf } from '../../documents/file-types.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/** Shows what the archive knows of a file, with its checksum (P-10). */
export const readArchiveEntry: Handler<typeof routes.readArchiveEntry> = ({ entry }) => ({
  view: { ...entry, contentType: typeOf(entry) },
  version: entry.version,
})
