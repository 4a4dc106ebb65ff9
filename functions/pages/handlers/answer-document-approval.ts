import { Links } from '../../../shared/links.ts'
import { isProblem, problem } from '../../../shared/problems.ts'
import { update } from '../../../shared/table/table.ts'
import { type Given, giveVerdict } from '../../approvals/give-verdict.ts'
import type { Handler } from '../../kernel/handler.ts'
import { approvalAnsweredPage, approvalPage } from '../html/approval-page.ts'
import { asOutcome, basicsOf } from '../page-answer.ts'
import { readReason } from '../read-reason.ts'
import type { routes } from '../routes.ts'
import { viewApprovalPage } from '../view-approval-page.ts'

/** Approves or rejects a document: the link serves, and the verdict counts, in one commit (P-07). */
export const answerDocumentApproval: Handler<typeof routes.answerDocumentApproval> = async (context) => {
  const { link, document, dossier, input, language, now } = context
  const { approvalId = '', for: onBehalfOf = null } = link.subject
  if (document.approval?.approvalId !== approvalId) return problem('not-found')
  const again = async (error: Parameters<typeof approvalPage>[0]['error']) =>
    asOutcome(approvalPage({ ...(await viewApprovalPage(context)), error, values: input }))

  if (input.version !== String(document.version)) return again('changed')
  const found = verdictOf(input)
  if (typeof found === 'string') return again(found)
  const answered = await giveVerdict(context, { ...found, onBehalfOf, approvalId, version: document.version })
  if (isProblem(answered)) return answered.problem === 'not-your-turn' ? again('not-your-turn') : answered
  const page = approvalAnsweredPage({ ...basicsOf(language), answer: found.verdict, dossier: String(dossier.number) })
  return {
    ...asOutcome(page),
    writes: [update(Links, link, { usedAt: now }), ...answered.writes],
    events: answered.events,
  }
}

/** What the form says, or what is wrong with it. */
const verdictOf = ({
  decision,
  reason,
}: {
  readonly decision?: string | undefined
  readonly reason?: string | undefined
}): Pick<Given, 'verdict' | 'reason'> | 'choice-missing' | 'reason-missing' | 'reason-too-long' => {
  if (decision === 'approve') return { verdict: 'approved', reason: null }
  if (decision !== 'refuse') return 'choice-missing'
  const found = readReason(reason)
  return typeof found === 'string' ? found : { verdict: 'rejected', reason: found.reason }
}
