import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { isLiveShare } from '../../sharing/records.ts'
import { askChange } from '../ask-change.ts'
import type { routes } from '../routes.ts'

/** What a collaborator loses when their share ends (B-04). */
export const simulateEndOfShare: Handler<typeof routes.simulateEndOfShare> = async (context) => {
  const { dossier, access, share, assignment, givenShare, input, now } = context
  if (givenShare === undefined || !isLiveShare(givenShare, now)) return problem('not-found')
  const { dossierId, personId } = givenShare
  const change = { kind: 'share', dossierId, personId, access: 'none' } as const
  return { view: await askChange(context, change, input, { dossier, access, share, assignment }) }
}
