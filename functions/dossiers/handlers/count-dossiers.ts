import type { Handler } from '../../kernel/handler.ts'
import { labelOf, labels } from '../contents.ts'
import { pageOfDossiers } from '../dossiers-of.ts'
import type { routes } from '../routes.ts'
import { seenBy } from '../seen-by.ts'
import { dossierStateNames } from '../states.ts'

/** So many are counted at once; where there are more, the answer says so. */
const COUNTED = 200

/** How many dossiers the list would show with the same filters, counted by walking it. */
export const countDossiers: Handler<typeof routes.countDossiers> = async ({ actor, input, list, read, now, may }) => {
  const { seesAll, shows } = seenBy(may, input)
  const asked = { limit: COUNTED, filter: input, shows }
  const { items, cursor } = await pageOfDossiers(actor, seesAll, { list, read, now }, asked)
  const numbers = <K extends string>(names: readonly K[], of: (item: (typeof items)[number]) => K) =>
    Object.fromEntries(names.map((name) => [name, items.filter((item) => of(item) === name).length])) as Record<
      K,
      number
    >
  return {
    view: {
      count: items.length,
      whole: cursor === null,
      byState: numbers(dossierStateNames, ({ dossier }) => dossier.state),
      byLabel: numbers(labels, ({ dossier }) => labelOf(dossier)),
    },
  }
}
