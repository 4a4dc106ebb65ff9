import type { Handler } from '../../kernel/handler.ts'
import { ItemCopies, type ItemCopy } from '../records.ts'
import type { routes } from '../routes.ts'

/** What was copied or moved out of a dossier and into it, newest first: the owner sees where its content went (D-19, D-21). */
export const listItemCopies: Handler<typeof routes.listItemCopies> = async ({ dossier, input, list }) => {
  const { dossierId } = dossier
  return { view: await list<ItemCopy>(ItemCopies.by.ofDossier, { dossierId }, { ...input, newestFirst: true }) }
}
