import type { Handler } from '../../kernel/handler.ts'
import { pageOfDocuments } from '../documents-of.ts'
import { documentKindNames } from '../records.ts'
import type { routes } from '../routes.ts'
import { documentStateNames } from '../states.ts'

/** So many are counted at once; where there are more, the answer says so. */
const COUNTED = 500

/** How many documents the list would show with the same filters, counted by walking it (P-04). */
export const countDocuments: Handler<typeof routes.countDocuments> = async (context) => {
  const { items, cursor } = await pageOfDocuments(context, { ...context.input, limit: COUNTED })
  const numbers = <K extends string>(names: readonly K[], of: (item: (typeof items)[number]) => K | undefined) =>
    Object.fromEntries(names.map((name) => [name, items.filter((item) => of(item) === name).length])) as Record<
      K,
      number
    >
  return {
    view: {
      count: items.length,
      whole: cursor === null,
      byState: numbers(documentStateNames, ({ state }) => state),
      // What has no kind yet is in none of these.
      byKind: numbers(documentKindNames, ({ kind }) => kind),
    },
  }
}
