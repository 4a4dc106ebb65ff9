import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { changeRules } from '../change-rules.ts'
import type { routes } from '../routes.ts'

/** Removes an approval rule; documents that wait by it go on waiting for those whom it named (P-07). */
export const removeApprovalRule: Handler<typeof routes.removeApprovalRule> = (context) => {
  const { settings, params } = context
  const rules = settings?.rules ?? []
  const left = rules.filter(({ ruleId }) => ruleId !== params.ruleId)
  if (left.length === rules.length) return problem('not-found')
  const { writes, events } = changeRules(context, left)
  return { view: {}, writes, events }
}
