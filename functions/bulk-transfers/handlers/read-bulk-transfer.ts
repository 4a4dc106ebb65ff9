import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'
import { showBulkTransfer } from '../show-bulk-transfer.ts'

/** Shows how far a transfer is: its counts are kept with it, so that reading them costs the same however many (D-12). */
export const readBulkTransfer: Handler<typeof routes.readBulkTransfer> = ({ bulkTransfer }) => ({
  view: showBulkTransfer(bulkTransfer),
  version: bulkTransfer.version,
})
