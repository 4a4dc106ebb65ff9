import { isProblem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { giveVerdict as give } from '../give-verdict.ts'
import type { routes } from '../routes.ts'
import { showApproval } from '../show-approval.ts'

/** Approves or rejects a document, for oneself or in the place of whoever is absent (P-07, B-11). */
export const giveVerdict: Handler<typeof routes.giveVerdict> = async (context) => {
  const { document, input } = context
  const { reason = null, onBehalfOf = null } = input
  const answered = await give(context, { ...input, reason, onBehalfOf })
  if (isProblem(answered)) return answered
  const { writes, events } = answered
  const after = { ...answered.document, version: document.version + 1 }
  return { view: await showApproval(after, context), version: after.version, writes, events }
}
