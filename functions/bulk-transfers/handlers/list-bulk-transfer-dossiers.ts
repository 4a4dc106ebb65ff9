import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type Outcome, Outcomes } from '../records.ts'
import type { routes } from '../routes.ts'
import { showReason } from '../show-bulk-transfer.ts'

/** The dossiers of a transfer with what became of each; those in one state are read again, for their index lags (D-12). */
export const listBulkTransferDossiers: Handler<typeof routes.listBulkTransferDossiers> = async ({
  bulkTransfer: { bulkTransferId },
  input,
  list,
  read,
  language,
}) => {
  const { state, ...page } = input
  const show = ({ reason, ...outcome }: Outcome) => ({ ...outcome, reason: showReason(reason, language) })
  if (state === undefined) {
    const { items, cursor } = await list<Outcome>(Outcomes.by.ofTransfer, { bulkTransferId }, page)
    return { view: { items: items.map(show), cursor } }
  }
  const { items, cursor } = await list<Outcome>(Outcomes.by.inState, { bulkTransferId, state }, page)
  const fresh = await read(Object.fromEntries(items.map((one) => [one.dossierId, perhaps(Outcomes, one)])))
  const inState = items.flatMap(({ dossierId }) => {
    const outcome = fresh[dossierId]
    return outcome?.state === state ? [show(outcome)] : []
  })
  return { view: { items: inState, cursor } }
}
