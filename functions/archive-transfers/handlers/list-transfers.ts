import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type Transfer, Transfers } from '../records.ts'
import type { routes } from '../routes.ts'

/**
 * The sendings one may see, newest first: all of the dossier, or, where only one's own are open, those. The index of
 * askers lags, so what it names is read again; each is decided on before it is shown (P-04).
 */
export const listTransfers: Handler<typeof routes.listTransfers> = async (context) => {
  const { actor, dossier, access, share, assignment, input, list, read, may } = context
  const { dossierId } = dossier
  const mayRead = (transfer: Pick<Transfer, 'askedBy'>) =>
    may('transfer.read', { dossier, access, share, assignment, transfer })
  const page = { ...input, newestFirst: true }
  if (mayRead({ askedBy: 'anybody' })) {
    const { items, cursor } = await list<Transfer>(Transfers.by.ofDossier, { dossierId }, page)
    return { view: { items: items.filter(mayRead), cursor } }
  }
  const { items, cursor } = await list<Transfer>(Transfers.by.ofAsker, { dossierId, askedBy: actor.personId }, page)
  const fresh = await read(
    Object.fromEntries(items.map(({ transferId }) => [transferId, perhaps(Transfers, { dossierId, transferId })])),
  )
  const seen = items.flatMap(({ transferId }) => {
    const transfer = fresh[transferId]
    return transfer !== undefined && mayRead(transfer) ? [transfer] : []
  })
  return { view: { items: seen, cursor } }
}
