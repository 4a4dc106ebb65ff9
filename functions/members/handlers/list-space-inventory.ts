import { problem } from '../../../shared/problems.ts'
import { isLastIn, pageOfSpaces } from '../../collaborative-spaces/spaces-of.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/**
 * The collaborative spaces a member is in (D-20). Of those that others are in, who looks at an inventory is told no more
 * than that they are: a space is a zone among its members (D-16).
 */
export const listSpaceInventory: Handler<typeof routes.listSpaceInventory> = async ({ member, input, ...tools }) => {
  if (member.kind !== 'member') return problem('not-found')
  const { items, cursor } = await pageOfSpaces(member.personId, tools, input)
  const shown = items.map((one) => {
    const { spaceId, state, name } = one.space
    const isLast = isLastIn(one)
    return { spaceId, state, isLast, name: isLast ? name : null }
  })
  return { view: { items: shown, cursor } }
}
