import type { Handler } from '../../kernel/handler.ts'
import { sameAs, showSame } from '../find-duplicates.ts'
import type { routes } from '../routes.ts'

/** The documents that may be the same as one, as far as the reader may see them: of the others there is no trace (P-06). */
export const readDuplicates: Handler<typeof routes.readDuplicates> = async (context) => {
  const { duplicates, revealed } = await showSame(await sameAs(context.document, context), context)
  return { view: { items: duplicates }, revealed }
}
