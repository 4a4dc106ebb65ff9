import { filesWhenNeeded } from '../kernel/files-when-needed.ts'
import { serve } from '../kernel/serve.ts'
import { worldWith } from '../kernel/world.ts'
import { addSpaceDocument } from './handlers/add-space-document.ts'
import { addSpaceDocumentVersion } from './handlers/add-space-document-version.ts'
import { changeCollaborativeSpace } from './handlers/change-collaborative-space.ts'
import { closeCollaborativeSpace } from './handlers/close-collaborative-space.ts'
import { completeSpaceUpload } from './handlers/complete-space-upload.ts'
import { copyDocumentToSpace } from './handlers/copy-document-to-space.ts'
import { createCollaborativeSpace } from './handlers/create-collaborative-space.ts'
import { downloadSpaceDocument } from './handlers/download-space-document.ts'
import { inviteCompanions } from './handlers/invite-companions.ts'
import { leaveCollaborativeSpace } from './handlers/leave-collaborative-space.ts'
import { listCollaborativeSpaces } from './handlers/list-collaborative-spaces.ts'
import { listCompanions } from './handlers/list-companions.ts'
import { listEntries } from './handlers/list-entries.ts'
import { listEntryVersions } from './handlers/list-entry-versions.ts'
import { readCollaborativeSpace } from './handlers/read-collaborative-space.ts'
import { readEntry } from './handlers/read-entry.ts'
import { renewSpaceUpload } from './handlers/renew-space-upload.ts'
import { rewriteEntry } from './handlers/rewrite-entry.ts'
import { writeEntry } from './handlers/write-entry.ts'
import { routes } from './routes.ts'

const handlers = {
  createCollaborativeSpace,
  listCollaborativeSpaces,
  readCollaborativeSpace,
  changeCollaborativeSpace,
  closeCollaborativeSpace,
  listCompanions,
  inviteCompanions,
  leaveCollaborativeSpace,
  writeEntry,
  listEntries,
  readEntry,
  rewriteEntry,
  listEntryVersions,
  addSpaceDocument,
  addSpaceDocumentVersion,
  copyDocumentToSpace,
  renewSpaceUpload,
  completeSpaceUpload,
  downloadSpaceDocument,
}

export const handler = serve(routes, handlers, {
  world: worldWith({ files: filesWhenNeeded() }),
})
