import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { askChange } from '../ask-change.ts'
import type { routes } from '../routes.ts'

/** What a collaborator gains by a share, or loses by a narrower one (B-04). */
export const simulateShare: Handler<typeof routes.simulateShare> = async (context) => {
  const { dossier, share, assignment, grantee, input, now } = context
  if (grantee === undefined) return problem('not-found')
  const { access, until = null, ...page } = input
  const end = until === null ? null : new Date(until).toISOString()
  if (end !== null && end <= now) return problem('end-not-in-future')
  const { personId } = grantee
  const change = { kind: 'share', dossierId: dossier.dossierId, personId, access, until: end } as const
  return { view: await askChange(context, change, page, { dossier, share, assignment }) }
}
