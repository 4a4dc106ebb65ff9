import { resource } from '../../shared/contract/resource.ts'
import { the } from '../../shared/table/table.ts'
import { BulkTransfers } from './records.ts'

/** A transfer of dossiers by a coordinator. */
export const bulkTransfer = resource({
  kind: 'bulk-transfer',
  known: 'bulk-transfer.read',
  load: ({ params: { bulkTransferId = '' } }) => ({ bulkTransfer: the(BulkTransfers, { bulkTransferId }) }),
})
