import { addSeconds } from '../../shared/ports/clock.ts'
import type { Workflows } from '../../shared/ports/workflows.ts'
import type { JobTools } from '../kernel/job.ts'
import { nextAttempt } from './batches/next-attempt.ts'
import { type SendingBatch, SendingBatches } from './batches/records.ts'
import { executionOf } from './batches/workflow.ts'

/** How long an attempt may take to begin before it counts as lost. */
const PATIENCE_SECONDS = 60
const PAGE = 100

/**
 * Begins another attempt of every batch that is said to be at work while no workflow works on it: its execution was lost,
 * or never started (P-09). An attempt that turns out to live after all does no harm.
 * @returns how many were begun again.
 */
export const reviveSendingBatches = async (tools: JobTools, workflows: Workflows): Promise<number> => {
  const upTo = addSeconds(tools.now, -PATIENCE_SECONDS)
  let revived = 0
  let cursor: string | undefined
  do {
    const page = await tools.table.list<SendingBatch>(SendingBatches.by.atWork, {}, { limit: PAGE, cursor, upTo })
    for (const batch of page.items) {
      if (await workflows.isRunning('sending-batch', executionOf(batch))) continue
      const { dossierId } = batch
      const { writes, events } = nextAttempt(batch, batch.by, tools.now)
      // An index lags: what has ended or been begun again meanwhile is a conflict, and needs nothing.
      if ((await tools.act({ action: 'transfer.resume', dossierId, writes, events })) === 'done') revived++
    }
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return revived
}
