import type { Handler } from '../../kernel/handler.ts'
import { pageOfDocuments } from '../documents-of.ts'
import type { routes } from '../routes.ts'
import { revealedOf, showDocument } from '../show-document.ts'

/**
 * The documents one may see, newest first (P-04); what is confidential of them is written down as read (D-10).
 */
export const listDocuments: Handler<typeof routes.listDocuments> = async (context) => {
  const { items, cursor } = await pageOfDocuments(context, context.input)
  return { view: { items: items.map(showDocument), cursor }, revealed: revealedOf(context.dossier, items) }
}
