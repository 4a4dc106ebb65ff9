import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { approvalPage } from '../html/approval-page.ts'
import { asOutcome } from '../page-answer.ts'
import type { routes } from '../routes.ts'
import { viewApprovalPage } from '../view-approval-page.ts'

/** Shows what is to be approved to whoever was asked; opening it decides nothing, however often (P-07). */
export const showDocumentApproval: Handler<typeof routes.showDocumentApproval> = async (context) => {
  const { link, document } = context
  // A link is for the approval that was asked for: one that was withdrawn and begun again has links of its own.
  if (document.approval?.approvalId !== link.subject.approvalId) return problem('not-found')
  return asOutcome(approvalPage(await viewApprovalPage(context)))
}
