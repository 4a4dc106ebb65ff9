import { event } from '../../shared/events.ts'
import { addSeconds } from '../../shared/ports/clock.ts'
import type { Workflows } from '../../shared/ports/workflows.ts'
import type { Stored } from '../../shared/table/record.ts'
import { update } from '../../shared/table/table.ts'
import type { JobTools } from '../kernel/job.ts'
import { type Transfer, Transfers } from './records.ts'
import { executionOf } from './workflow.ts'

/** How long an attempt may take to begin before it counts as lost. */
const PATIENCE_SECONDS = 60
const PAGE = 100

/**
 * Begins another attempt for every transfer that is said to be at work while no workflow works on it: its execution
 * was lost, or never started. An attempt that turns out to live after all does no harm.
 * @returns how many were begun again.
 */
export const reviveTransfers = async (tools: JobTools, workflows: Workflows): Promise<number> => {
  const upTo = addSeconds(tools.now, -PATIENCE_SECONDS)
  let revived = 0
  let cursor: string | undefined
  do {
    const page = await tools.table.list<Transfer>(Transfers.by.atWork, {}, { limit: PAGE, cursor, upTo })
    for (const transfer of page.items) if (await revive(transfer, tools, workflows)) revived++
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return revived
}

const revive = async (transfer: Stored<Transfer>, tools: JobTools, workflows: Workflows): Promise<boolean> => {
  if (await workflows.isRunning('archive-transfer', executionOf(transfer))) return false
  const { dossierId, transferId } = transfer
  const attempt = transfer.attempt + 1
  // An index lags: what has ended or been begun again meanwhile is a conflict, and needs nothing.
  const committed = await tools.act({
    action: 'transfer.resume',
    dossierId,
    writes: [update(Transfers, transfer, { attempt, activeAt: tools.now })],
    events: [event('transfer-asked', { dossierId, transferId, attempt })],
  })
  return committed === 'done'
}
