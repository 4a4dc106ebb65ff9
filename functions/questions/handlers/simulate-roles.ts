import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { sheetAfter } from '../../settings/sheet-after.ts'
import { askChange } from '../ask-change.ts'
import type { routes } from '../routes.ts'

/** Who gains and who loses what by other roles of a member, with the sheet that goes with them (B-04). */
export const simulateRoles: Handler<typeof routes.simulateRoles> = async (context) => {
  const { member, input, read } = context
  if (member.kind !== 'member') return problem('not-found')
  const { roles, ...page } = input
  const sheet = await sheetAfter(member, roles, read)
  const change = { kind: 'roles', personId: member.personId, roles: [...new Set(roles)], sheet } as const
  return { view: await askChange(context, change, page) }
}
