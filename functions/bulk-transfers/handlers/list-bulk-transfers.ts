import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type BulkTransfer, BulkTransfers } from '../records.ts'
import type { routes } from '../routes.ts'
import { showBulkTransfer } from '../show-bulk-transfer.ts'

/** All transfers of dossiers by coordinators, newest first, each as far as it is now: their index lags (D-12). */
export const listBulkTransfers: Handler<typeof routes.listBulkTransfers> = async ({ input, list, read }) => {
  const page = await list<BulkTransfer>(BulkTransfers.by.all, {}, { ...input, newestFirst: true })
  const fresh = await read(
    Object.fromEntries(page.items.map((one) => [one.bulkTransferId, perhaps(BulkTransfers, one)])),
  )
  const items = page.items.map((one) => showBulkTransfer(fresh[one.bulkTransferId] ?? one))
  return { view: { items, cursor: page.cursor } }
}
