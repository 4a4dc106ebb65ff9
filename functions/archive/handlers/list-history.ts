import type { Handler } from '../../kernel/handler.ts'
import { mayReadConfidential } from '../may-read-confidential.ts'
import { historiesOf, partiesOf, showHistory } from '../read-histories.ts'
import type { routes } from '../routes.ts'

/** Suppliers and customers with what was archived of them, as it was counted (P-10). */
export const listHistory: Handler<typeof routes.listHistory> = async (context) => {
  const { dossier, input, read, list } = context
  const { dossierId } = dossier
  const page = await historiesOf({ dossierId, confidential: mayReadConfidential(context) }, input, { list })
  const ids = page.items.map(({ partyId }) => partyId)
  const parties = ids.length === 0 ? {} : await partiesOf(dossierId, ids, read)
  const isRevealed = dossier.confidential === true || page.items.some(({ isConfidential }) => isConfidential)
  return {
    view: { ...page, items: page.items.map((history) => showHistory(history, parties[history.partyId])) },
    // Sums of confidential amounts tell of the dossier's content, and of no single item of it (D-10).
    revealed: isRevealed ? [{ kind: 'dossier', id: dossierId } as const] : [],
  }
}
