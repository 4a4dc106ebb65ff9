import { serve } from '../kernel/serve.ts'
import { dryRunBulkTransfer } from './handlers/dry-run-bulk-transfer.ts'
import { listBulkTransferDossiers } from './handlers/list-bulk-transfer-dossiers.ts'
import { listBulkTransfers } from './handlers/list-bulk-transfers.ts'
import { makeBulkTransfer } from './handlers/make-bulk-transfer.ts'
import { readBulkTransfer } from './handlers/read-bulk-transfer.ts'
import { resumeBulkTransfer } from './handlers/resume-bulk-transfer.ts'
import { routes } from './routes.ts'

const handlers = {
  dryRunBulkTransfer,
  makeBulkTransfer,
  listBulkTransfers,
  readBulkTransfer,
  listBulkTransferDossiers,
  resumeBulkTransfer,
}

export const handler = serve(routes, handlers)
