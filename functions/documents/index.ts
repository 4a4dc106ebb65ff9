import { filesWhenNeeded } from '../kernel/files-when-needed.ts'
import { serve } from '../kernel/serve.ts'
import { worldWith } from '../kernel/world.ts'
import { addVersion } from './handlers/add-version.ts'
import { completeUpload } from './handlers/complete-upload.ts'
import { downloadDocument } from './handlers/download-document.ts'
import { importDocument } from './handlers/import-document.ts'
import { listDocuments } from './handlers/list-documents.ts'
import { listVersions } from './handlers/list-versions.ts'
import { readDocument } from './handlers/read-document.ts'
import { renewUpload } from './handlers/renew-upload.ts'
import { routes } from './routes.ts'

const handlers = {
  importDocument,
  listDocuments,
  readDocument,
  addVersion,
  listVersions,
  renewUpload,
  completeUpload,
  downloadDocument,
}

export const handler = serve(routes, handlers, {
  world: worldWith({ files: filesWhenNeeded() }),
})
