import { filesWhenNeeded } from '../kernel/files-when-needed.ts'
import { serve } from '../kernel/serve.ts'
import { worldWith } from '../kernel/world.ts'
import { downloadArchiveEntry } from './handlers/download-archive-entry.ts'
import { listArchive } from './handlers/list-archive.ts'
import { listSendingBatches } from './handlers/list-sending-batches.ts'
import { listTransfers } from './handlers/list-transfers.ts'
import { readArchiveEntry } from './handlers/read-archive-entry.ts'
import { readSendingBatch } from './handlers/read-sending-batch.ts'
import { readTransfer } from './handlers/read-transfer.ts'
import { resumeSendingBatch } from './handlers/resume-sending-batch.ts'
import { resumeTransfer } from './handlers/resume-transfer.ts'
import { sendBatch } from './handlers/send-batch.ts'
import { sendDocuments } from './handlers/send-documents.ts'
import { routes } from './routes.ts'

const handlers = {
  sendDocuments,
  listTransfers,
  readTransfer,
  resumeTransfer,
  sendBatch,
  listSendingBatches,
  readSendingBatch,
  resumeSendingBatch,
  listArchive,
  readArchiveEntry,
  downloadArchiveEntry,
}

export const handler = serve(routes, handlers, {
  world: worldWith({ files: filesWhenNeeded() }),
})
