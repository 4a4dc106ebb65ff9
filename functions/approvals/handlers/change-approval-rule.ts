import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { changeRules } from '../change-rules.ts'
import { checkRule } from '../check-rule.ts'
import type { routes } from '../routes.ts'
import { showRules } from '../show-rules.ts'

/** Changes an approval rule, whole; it stays in its place (P-07). */
export const changeApprovalRule: Handler<typeof routes.changeApprovalRule> = async (context) => {
  const { settings, input, params } = context
  const { ruleId } = params
  const rules = settings?.rules ?? []
  if (!rules.some((rule) => rule.ruleId === ruleId)) return problem('not-found')
  const { after, ...changed } = changeRules(
    context,
    rules.map((rule) => (rule.ruleId === ruleId ? { ruleId, ...input } : rule)),
  )
  const [wrong, view] = await Promise.all([checkRule(input, context), showRules(after, context)])
  return wrong ?? { view, ...changed }
}
