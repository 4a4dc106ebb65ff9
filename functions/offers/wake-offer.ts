import { FollowUps } from '../../shared/follow-ups.ts'
import type { Workflows } from '../../shared/ports/workflows.ts'
import { perhaps, update } from '../../shared/table/table.ts'
import { type Run, wakeExecution } from '../kernel/follow.ts'
import { type JobTools, TryAgain } from '../kernel/job.ts'

/**
 * Told that an offer ended: its execution is woken, to tell everybody. That is due from now on, so that the clock wakes it
 * again should it be lost on the way.
 */
export const wakeOffer = async (
  { dossierId, requestId, at }: Run,
  tools: JobTools,
  workflows: Workflows,
): Promise<void> => {
  const { followUp } = await tools.read({ followUp: perhaps(FollowUps, { dossierId, requestId }) })
  if (followUp === undefined) return
  const isDue = followUp.dueAt <= at
  if (!isDue && (await tools.table.commit([update(FollowUps, followUp, { dueAt: at })])) !== 'done')
    throw new TryAgain('An execution began to wait at the same moment.')
  const due = isDue ? followUp : { ...followUp, dueAt: at, version: followUp.version + 1 }
  await wakeExecution(due, tools, workflows)
}
