import { addSeconds } from '../../shared/ports/clock.ts'
import type { Workflows } from '../../shared/ports/workflows.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import type { JobTools } from '../kernel/job.ts'
import { nextAttempt } from './next-attempt.ts'
import { type BulkTransfer, BulkTransfers } from './records.ts'
import { isCurrent } from './tasks/attempt.ts'
import { executionOf } from './workflow.ts'

/** How long an attempt may take to begin before it counts as lost. */
const PATIENCE_SECONDS = 60
const PAGE = 100
const TRIES = 10

/**
 * Begins another attempt of every bulk transfer that is said to be at work while no workflow works on it: its execution
 * was lost, or never started (D-12). An attempt that turns out to live after all does no harm.
 * @returns how many were begun again.
 */
export const reviveBulkTransfers = async (tools: JobTools, workflows: Workflows): Promise<number> => {
  const upTo = addSeconds(tools.now, -PATIENCE_SECONDS)
  let revived = 0
  let cursor: string | undefined
  do {
    const page = await tools.table.list<BulkTransfer>(BulkTransfers.by.atWork, {}, { limit: PAGE, cursor, upTo })
    for (const transfer of page.items) if (await revive(transfer, tools, workflows)) revived++
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return revived
}

const revive = async (listed: Stored<BulkTransfer>, tools: JobTools, workflows: Workflows): Promise<boolean> => {
  if (await workflows.isRunning('bulk-transfer', executionOf(listed))) return false
  // A part of the lost execution may still be at work, and change the transfer meanwhile: it is overtaken all the same.
  for (let run = 1; run <= TRIES; run++) {
    const { transfer } = await tools.read({ transfer: perhaps(BulkTransfers, listed) })
    // An index lags: what has ended or been begun again by now needs nothing.
    if (!isCurrent(transfer, listed)) return false
    const { writes, events } = nextAttempt(transfer, tools.now)
    const committed = await tools.act({ action: 'bulk-transfer.resume', dossierId: null, writes, events })
    if (committed === 'done') return true
  }
  return false
}
