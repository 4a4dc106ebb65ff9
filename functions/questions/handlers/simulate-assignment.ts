import type { Handler } from '../../kernel/handler.ts'
import { askChange } from '../ask-change.ts'
import type { routes } from '../routes.ts'

/** What a member gains of a client and its dossiers by being assigned to it (B-04). */
export const simulateAssignment: Handler<typeof routes.simulateAssignment> = async (context) => {
  const { member, client, input } = context
  const { personId } = member
  const change = { kind: 'assignment', personId, clientId: client.clientId, assigned: true } as const
  return { view: await askChange(context, change, input) }
}
