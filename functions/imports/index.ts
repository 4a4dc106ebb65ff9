import { filesWhenNeeded } from '../kernel/files-when-needed.ts'
import { serve } from '../kernel/serve.ts'
import { worldWith } from '../kernel/world.ts'
import { completeImport } from './handlers/complete-import.ts'
import { importDocuments } from './handlers/import-documents.ts'
import { listInboundMails } from './handlers/list-inbound-mails.ts'
import { mergeDocuments } from './handlers/merge-documents.ts'
import { readImport } from './handlers/read-import.ts'
import { readInboundAddress } from './handlers/read-inbound-address.ts'
import { readInboundMail } from './handlers/read-inbound-mail.ts'
import { readPageArrangement } from './handlers/read-page-arrangement.ts'
import { renewInboundAddress } from './handlers/renew-inbound-address.ts'
import { splitDocument } from './handlers/split-document.ts'
import { takeBackDocument } from './handlers/take-back-document.ts'
import { routes } from './routes.ts'

const handlers = {
  importDocuments,
  readImport,
  completeImport,
  splitDocument,
  mergeDocuments,
  readPageArrangement,
  takeBackDocument,
  readInboundAddress,
  renewInboundAddress,
  listInboundMails,
  readInboundMail,
}

export const handler = serve(routes, handlers, { world: worldWith({ files: filesWhenNeeded() }) })
