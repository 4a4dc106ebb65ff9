import { serve } from '../kernel/serve.ts'
import { addApprovalRule } from './handlers/add-approval-rule.ts'
import { changeApprovalRule } from './handlers/change-approval-rule.ts'
import { giveVerdict } from './handlers/give-verdict.ts'
import { listAwaitedApprovals } from './handlers/list-awaited-approvals.ts'
import { orderApprovalRules } from './handlers/order-approval-rules.ts'
import { readApproval } from './handlers/read-approval.ts'
import { readApprovalRules } from './handlers/read-approval-rules.ts'
import { removeApprovalRule } from './handlers/remove-approval-rule.ts'
import { routes } from './routes.ts'

export const handler = serve(routes, {
  readApprovalRules,
  addApprovalRule,
  orderApprovalRules,
  changeApprovalRule,
  removeApprovalRule,
  listAwaitedApprovals,
  readApproval,
  giveVerdict,
})
