import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'
import { showExport } from '../show-export.ts'

/** What became of an export (P-10). */
export const readExport: Handler<typeof routes.readExport> = ({ archiveExport, language, now }) => ({
  view: showExport(archiveExport, language, now),
  version: archiveExport.version,
})
