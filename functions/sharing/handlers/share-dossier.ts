import { isProblem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'
import { type GivenShare, requireOwner, shareWith, termsOf } from '../share-with.ts'

/** Shares the whole dossier with several collaborators at once, all on the same terms; each is told (D-03, D-05). */
export const shareDossier: Handler<typeof routes.shareDossier> = (context) => {
  const terms = termsOf(context.input, context.now)
  if (isProblem(terms)) return terms
  const given: GivenShare[] = []
  for (const one of context.each) {
    const shared = shareWith(one, terms, context)
    if (isProblem(shared)) return shared
    given.push(shared)
  }
  const writes = given.flatMap((one) => one.writes)
  return {
    view: { items: given.map(({ share, name }) => ({ ...share, name })) },
    writes: writes.length === 0 ? [] : [...writes, requireOwner(context)],
    events: given.flatMap(({ events }) => events),
  }
}
