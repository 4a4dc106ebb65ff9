import { filesWhenNeeded } from '../kernel/files-when-needed.ts'
import { serve } from '../kernel/serve.ts'
import { worldWith } from '../kernel/world.ts'
import { askForExport } from './handlers/ask-for-export.ts'
import { downloadExport } from './handlers/download-export.ts'
import { listExports } from './handlers/list-exports.ts'
import { listFoundEntries } from './handlers/list-found-entries.ts'
import { listHistory } from './handlers/list-history.ts'
import { listPartyHistory } from './handlers/list-party-history.ts'
import { readExport } from './handlers/read-export.ts'
import { routes } from './routes.ts'

const handlers = {
  listFoundEntries,
  listHistory,
  listPartyHistory,
  askForExport,
  listExports,
  readExport,
  downloadExport,
}

export const handler = serve(routes, handlers, {
  world: worldWith({ files: filesWhenNeeded() }),
})
