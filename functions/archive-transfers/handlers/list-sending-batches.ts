import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type SendingBatch, SendingBatches } from '../batches/records.ts'
import type { routes } from '../routes.ts'

/**
 * The batches one may see, newest first: all of the dossier, or, where only one's own are open, those. The index of
 * askers lags, so what it names is read again; each is decided on before it is shown (P-04).
 */
export const listSendingBatches: Handler<typeof routes.listSendingBatches> = async (context) => {
  const { actor, dossier, access, share, assignment, input, list, read, may } = context
  const { dossierId } = dossier
  const mayRead = (transfer: Pick<SendingBatch, 'askedBy'>) =>
    may('transfer.read', { dossier, access, share, assignment, transfer })
  const page = { ...input, newestFirst: true }
  if (mayRead({ askedBy: 'anybody' })) {
    const { items, cursor } = await list<SendingBatch>(SendingBatches.by.ofDossier, { dossierId }, page)
    return { view: { items: items.filter(mayRead), cursor } }
  }
  const own = { dossierId, askedBy: actor.personId }
  const { items, cursor } = await list<SendingBatch>(SendingBatches.by.ofAsker, own, page)
  const fresh = await read(
    Object.fromEntries(items.map(({ batchId }) => [batchId, perhaps(SendingBatches, { dossierId, batchId })])),
  )
  const seen = items.flatMap(({ batchId }) => {
    const batch = fresh[batchId]
    return batch !== undefined && mayRead(batch) ? [batch] : []
  })
  return { view: { items: seen, cursor } }
}
