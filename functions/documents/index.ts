import { filesWhenNeeded } from '../kernel/files-when-needed.ts'
import { serve } from '../kernel/serve.ts'
import { worldWith } from '../kernel/world.ts'
import { abandonUpload } from './handlers/abandon-upload.ts'
import { addVersion } from './handlers/add-version.ts'
import { addVersionInParts } from './handlers/add-version-in-parts.ts'
import { completeUpload } from './handlers/complete-upload.ts'
import { copyDocument } from './handlers/copy-document.ts'
import { countDocuments } from './handlers/count-documents.ts'
import { downloadDocument } from './handlers/download-document.ts'
import { importDocument } from './handlers/import-document.ts'
import { importInParts } from './handlers/import-in-parts.ts'
import { listDocuments } from './handlers/list-documents.ts'
import { listVersions } from './handlers/list-versions.ts'
import { markDocument } from './handlers/mark-document.ts'
import { readDocument } from './handlers/read-document.ts'
import { readParts } from './handlers/read-parts.ts'
import { readText } from './handlers/read-text.ts'
import { readThumbnail } from './handlers/read-thumbnail.ts'
import { renewUpload } from './handlers/renew-upload.ts'
import { restoreVersion } from './handlers/restore-version.ts'
import { uploadParts } from './handlers/upload-parts.ts'
import { routes } from './routes.ts'

const handlers = {
  importDocument,
  listDocuments,
  countDocuments,
  readDocument,
  addVersion,
  listVersions,
  renewUpload,
  completeUpload,
  downloadDocument,
  importInParts,
  addVersionInParts,
  readParts,
  uploadParts,
  abandonUpload,
  readText,
  readThumbnail,
  restoreVersion,
  copyDocument,
  markDocument,
}

export const handler = serve(routes, handlers, {
  world: worldWith({ files: filesWhenNeeded() }),
})
