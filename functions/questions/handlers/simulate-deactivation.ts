import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { askChange } from '../ask-change.ts'
import type { routes } from '../routes.ts'

/** What a member loses by being deactivated, and what nobody may give them any more (B-04). */
export const simulateDeactivation: Handler<typeof routes.simulateDeactivation> = async (context) => {
  const { member, input } = context
  if (member.kind !== 'member') return problem('not-found')
  return { view: await askChange(context, { kind: 'deactivation', personId: member.personId }, input) }
}
