import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { askChange } from '../ask-change.ts'
import type { routes } from '../routes.ts'

/** What a user gains and loses by another profile, in each of their dossiers (B-04, P-01). */
export const simulateProfile: Handler<typeof routes.simulateProfile> = async (context) => {
  const { dossier, access, share, assignment, user, input } = context
  if (user.kind !== 'client-user') return problem('not-found')
  const { profile, ...page } = input
  const change = { kind: 'profile', personId: user.personId, profile } as const
  return { view: await askChange(context, change, page, { dossier, access, share, assignment }) }
}
