/** What is due, done: called every few minutes, at the time that the tick itself tells. */
import middy from '@middy/core'
import { sqsQueues } from '../../shared/ports/aws/sqs-queues.ts'
import { stepFunctionsWorkflows } from '../../shared/ports/aws/step-functions-workflows.ts'
import { reviveExports } from '../archive/revive-exports.ts'
import { reviveSendingBatches } from '../archive-transfers/revive-sending-batches.ts'
import { reviveTransfers } from '../archive-transfers/revive-transfers.ts'
import { reviveBulkTransfers } from '../bulk-transfers/revive-bulk-transfers.ts'
import { endDueAccesses } from '../client-users/end-due-accesses.ts'
import { makeDigests } from '../feed/make-digests.ts'
import { environment } from '../kernel/environment.ts'
import { wakeDue } from '../kernel/follow.ts'
import { jobTools } from '../kernel/job.ts'
import { describe, logger } from '../kernel/observe.ts'
import { outsideWith } from '../kernel/outside.ts'
import { sweepOutbox } from '../outbox/hand-on.ts'
import { endDueRequests } from '../owner-requests/end-due-requests.ts'
import { endDueShares } from '../sharing/end-due-shares.ts'

/** The tick of EventBridge: its `time` is UTC, to the second. */
type Tick = { readonly id: string; readonly time: string }
/** How many events, requests and transfers it moved on, and how many shares ended. */
type Moved = {
  readonly events: number
  readonly requests: number
  readonly transfers: number
  readonly sendingBatches: number
  readonly bulkTransfers: number
  readonly exports: number
  readonly shares: number
  readonly accesses: number
  readonly ownerRequests: number
  readonly digests: number
}

const world = outsideWith()
const workflows = stepFunctionsWorkflows({ arns: environment.workflows })
const queues = sqsQueues({ addresses: environment.queues })

const tick = async ({ id, time }: Tick): Promise<Moved> => {
  const at = new Date(time).toISOString()
  const tools = jobTools(world(), 'clock', id, at)
  const faults: unknown[] = []
  /** One kind of work that fails does not hold up the others. */
  const attempt = (work: () => Promise<number>): Promise<number> =>
    work().catch((error: unknown) => {
      faults.push(error)
      logger.error('not ticked', describe(error))
      return 0
    })
  const moved = {
    events: await attempt(() => sweepOutbox(tools.table, queues, at)),
    requests: await attempt(() => wakeDue(tools, workflows)),
    transfers: await attempt(() => reviveTransfers(tools, workflows)),
    sendingBatches: await attempt(() => reviveSendingBatches(tools, workflows)),
    bulkTransfers: await attempt(() => reviveBulkTransfers(tools, workflows)),
    exports: await attempt(() => reviveExports(tools, workflows)),
    shares: await attempt(() => endDueShares(tools)),
    accesses: await attempt(() => endDueAccesses(tools)),
    ownerRequests: await attempt(() => endDueRequests(tools)),
    digests: await attempt(() => makeDigests(tools)),
  }
  logger.info('ticked', { at, ...moved })
  if (faults.length > 0) throw new Error('Part of the work that was due could not be done.')
  return moved
}

export const handler = middy<Tick, Moved>().handler(tick)
