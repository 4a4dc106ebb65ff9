import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { MOST_RULES } from '../../portal/records.ts'
import { changeRules } from '../change-rules.ts'
import { checkRule } from '../check-rule.ts'
import type { routes } from '../routes.ts'
import { showRules } from '../show-rules.ts'

/** Adds an approval rule, as the last: it counts for what no rule before it covers (P-07). */
export const addApprovalRule: Handler<typeof routes.addApprovalRule> = async (context) => {
  const { settings, input, newId } = context
  const rules = settings?.rules ?? []
  if (rules.length >= MOST_RULES) return problem('too-many-approval-rules')
  const { after, ...changed } = changeRules(context, [...rules, { ruleId: newId(), ...input }])
  const [wrong, view] = await Promise.all([checkRule(input, context), showRules(after, context)])
  return wrong ?? { view, ...changed }
}
