import { problem } from '../../../shared/problems.ts'
import { revealedOf } from '../../documents/show-document.ts'
import type { Handler } from '../../kernel/handler.ts'
import { documentsSeen } from '../documents-seen.ts'
import type { routes } from '../routes.ts'
import { showArrangement } from '../show-arrangement.ts'

/** Where a splitting or merging stands; whoever may not see all that it is of is told of no such thing. */
export const readPageArrangement: Handler<typeof routes.readPageArrangement> = async (context) => {
  const { arrangement, dossier, language } = context
  const ids = arrangement.sources.map(({ documentId }) => documentId)
  const seen = await documentsSeen(ids, context)
  if (seen.size < ids.length) return problem('not-found')
  return { view: showArrangement(arrangement, language), revealed: revealedOf(dossier, seen.values()) }
}
