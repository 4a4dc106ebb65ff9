import type { Workflows } from '../../shared/ports/workflows.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps, remove, update } from '../../shared/table/table.ts'
import { type JobTools, TryAgain } from '../kernel/job.ts'
import { type RequestRun, WORKFLOW } from './execution.ts'
import { type FollowUp, FollowUps } from './records.ts'

/** Told that somebody asked: the request's own id names the execution, so that a second telling starts none. */
export const startFollowing = (run: RequestRun, workflows: Workflows): Promise<void> =>
  workflows.start(WORKFLOW, run.requestId, run)

/** Told that a request ended: whoever waits for that is answered, and nothing is left to be done. */
export const stopFollowing = async (
  { dossierId, requestId, at }: RequestRun,
  tools: JobTools,
  workflows: Workflows,
): Promise<void> => {
  const { followUp } = await tools.read({ followUp: perhaps(FollowUps, { dossierId, requestId }) })
  if (followUp === undefined) return
  if (followUp.taskToken !== undefined) await workflows.answer(followUp.taskToken, { at })
  const removed = await tools.table.commit([remove(FollowUps, followUp)])
  if (removed === 'done') return
  // The execution that was answered may have removed it itself; what else changed must be looked at again.
  const { left } = await tools.read({ left: perhaps(FollowUps, { dossierId, requestId }) })
  if (left !== undefined) throw new TryAgain('An execution began to wait at the same moment.')
}

/** Wakes the execution that waits for a request; one that was lost is taken over by a new one, at the same moment. */
export const wakeExecution = async (
  followUp: Stored<FollowUp>,
  tools: JobTools,
  workflows: Workflows,
): Promise<void> => {
  const { dossierId, requestId, taskToken, revivals } = followUp
  const at = tools.now
  if (taskToken !== undefined && (await workflows.answer(taskToken, { at })) === 'answered') return
  const next = revivals + 1
  const noted = await tools.table.commit([update(FollowUps, followUp, { revivals: next, taskToken: undefined })])
  // Somebody else is at work on it: what is still due then is seen by the next tick.
  if (noted === 'done') await workflows.start(WORKFLOW, `${requestId}-r${next}`, { dossierId, requestId, at })
}
