import type { Handler } from '../../kernel/handler.ts'
import { askChange } from '../ask-change.ts'
import type { routes } from '../routes.ts'

/** What a member loses of a client and its dossiers when it is taken from them (B-04). */
export const simulateUnassignment: Handler<typeof routes.simulateUnassignment> = async (context) => {
  const { member, client, input } = context
  const { personId } = member
  const change = { kind: 'assignment', personId, clientId: client.clientId, assigned: false } as const
  return { view: await askChange(context, change, input) }
}
