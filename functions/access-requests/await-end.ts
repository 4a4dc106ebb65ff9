import type { Workflows } from '../../shared/ports/workflows.ts'
import { perhaps, update } from '../../shared/table/table.ts'
import { type JobTools, TryAgain } from '../kernel/job.ts'
import { later, type RequestRun } from './execution.ts'
import { AccessRequests, FollowUps } from './records.ts'

/**
 * Notes the token by which the waiting execution is woken: the newest counts. A request that ended meanwhile, or for
 * which something is due by now, is not waited for: the execution is answered at once.
 */
export const awaitEnd = async (
  { dossierId, requestId, at }: RequestRun,
  tools: JobTools,
  taskToken: string,
  workflows: Pick<Workflows, 'answer'>,
): Promise<void> => {
  const { request, followUp } = await tools.read({
    request: perhaps(AccessRequests, { dossierId, requestId }),
    followUp: perhaps(FollowUps, { dossierId, requestId }),
  })
  const now = later(at, tools.now)
  if (request?.state !== 'pending' || followUp === undefined || followUp.dueAt <= now) {
    await workflows.answer(taskToken, { at: now })
    return
  }
  // Straight into the table: which execution waits is nothing that an audit would ask for.
  const noted = await tools.table.commit([update(FollowUps, followUp, { taskToken })])
  if (noted !== 'done') throw new TryAgain('The request changed at the same moment.')
}
