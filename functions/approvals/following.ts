/** What events change about the workflows of approvals (P-07). */
import type { Events } from '../../shared/events.ts'
import { FollowUps } from '../../shared/follow-ups.ts'
import { addSeconds } from '../../shared/ports/clock.ts'
import type { Workflows } from '../../shared/ports/workflows.ts'
import { create, perhaps, update } from '../../shared/table/table.ts'
import { type AwaitedApproval, AwaitedApprovals, Documents } from '../documents/records.ts'
import { PATIENCE_SECONDS, startFollowing, wakeAtOnce } from '../kernel/follow.ts'
import { type JobTools, TryAgain } from '../kernel/job.ts'
import { ApprovalProgresses } from './records.ts'
import { WORKFLOW } from './workflow.ts'

type Told<T extends keyof Events> = { readonly data: Events[T]; readonly at: string }

const PAGE = 100

export const following = (workflows: Workflows) => ({
  /** A document waits for approval: what is to be done about it is written down, and its workflow starts. */
  begun: async ({ data, at }: Told<'approval-begun'>, tools: JobTools): Promise<void> => {
    if (!(await noteBeginning(data, at, tools))) return
    await startFollowing(WORKFLOW, { dossierId: data.dossierId, requestId: data.approvalId, at }, workflows)
  },

  /** One of several gave their verdict: whose turn it is now is asked at once. */
  given: ({ data: { dossierId, approvalId }, at }: Told<'approval-given'>, tools: JobTools): Promise<void> =>
    wakeAtOnce({ dossierId, requestId: approvalId, at }, tools, workflows),

  /** It ended: how is noted, and its workflow ends with it. */
  ended: async ({ data: { dossierId, approvalId, outcome }, at }: Told<'approval-ended'>, tools: JobTools) => {
    const { progress } = await tools.read({ progress: perhaps(ApprovalProgresses, { dossierId, approvalId }) })
    if (progress !== undefined && progress.outcome === undefined) {
      const writes = [update(ApprovalProgresses, progress, { outcome })]
      if ((await tools.act({ action: 'approval.finish', dossierId, writes })) === 'conflict')
        throw new TryAgain('A step was noted at the same moment.')
    }
    await wakeAtOnce({ dossierId, requestId: approvalId, at }, tools, workflows)
  },

  /** What somebody may do has changed: what waits for them is looked at again, so that nothing waits for whoever left. */
  personChanged: async (
    { data: { personId }, at }: Told<'person-changed' | 'share-ended' | 'client-access-ended'>,
    tools: JobTools,
  ): Promise<void> => {
    let cursor: string | undefined
    do {
      const options = { limit: PAGE, cursor }
      const page = await tools.table.list<AwaitedApproval>(AwaitedApprovals.by.ofPerson, { personId }, options)
      for (const { dossierId, approvalId } of page.items)
        await wakeAtOnce({ dossierId, requestId: approvalId, at }, tools, workflows)
      cursor = page.cursor ?? undefined
    } while (cursor !== undefined)
  },
})

/** Writes down, once, that an approval is to be followed; tells whether there is one to follow. */
const noteBeginning = async (
  { dossierId, documentId, approvalId }: Events['approval-begun'],
  at: string,
  tools: JobTools,
): Promise<boolean> => {
  const { document, progress } = await tools.read({
    document: perhaps(Documents, { dossierId, documentId }),
    progress: perhaps(ApprovalProgresses, { dossierId, approvalId }),
  })
  if (progress !== undefined) return progress.outcome === undefined
  if (document?.state !== 'to-approve' || document.approval?.approvalId !== approvalId) return false
  const { begunAt } = document.approval
  const followUp = {
    dossierId,
    requestId: approvalId,
    workflow: WORKFLOW,
    asks: 0,
    nextAskAt: null,
    dueAt: addSeconds(at, PATIENCE_SECONDS),
    standIns: [],
    revivals: 0,
  } as const
  const writes = [
    create(ApprovalProgresses, { dossierId, approvalId, documentId, begunAt, since: begunAt, steps: [] }),
    create(FollowUps, followUp),
  ]
  if ((await tools.act({ action: 'approval.ask', dossierId, writes })) === 'conflict')
    throw new TryAgain('The beginning of an approval was noted at the same moment.')
  return true
}
