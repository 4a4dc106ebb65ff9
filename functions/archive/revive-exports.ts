import { addSeconds } from '../../shared/ports/clock.ts'
import type { Workflows } from '../../shared/ports/workflows.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps, update } from '../../shared/table/table.ts'
import type { JobTools } from '../kernel/job.ts'
import { beginAttempt } from './begin-attempt.ts'
import { type ArchiveExport, ArchiveExports } from './records.ts'
import { executionOf } from './workflow.ts'

/** How long an attempt may take to begin before it counts as lost. */
const PATIENCE_SECONDS = 60
const PAGE = 100

/**
 * Begins another attempt of every export that is said to be at work while no workflow works on it: its execution was lost,
 * or never started (P-10). An older attempt that turns out to live after all has no say any more.
 * @returns how many were begun again.
 */
export const reviveExports = async (tools: JobTools, workflows: Workflows): Promise<number> => {
  const upTo = addSeconds(tools.now, -PATIENCE_SECONDS)
  let revived = 0
  let cursor: string | undefined
  do {
    const page = await tools.table.list<ArchiveExport>(ArchiveExports.by.atWork, {}, { limit: PAGE, cursor, upTo })
    for (const asked of page.items) if (await revive(asked, tools, workflows)) revived++
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return revived
}

const revive = async (listed: Stored<ArchiveExport>, tools: JobTools, workflows: Workflows): Promise<boolean> => {
  if (await workflows.isRunning('export-archive', executionOf(listed))) return false
  // An index lags: what has ended or been begun again by now needs nothing.
  const { asked } = await tools.read({ asked: perhaps(ArchiveExports, listed) })
  if (asked?.state !== 'asked' || asked.attempt !== listed.attempt) return false
  const changes = { attempt: asked.attempt + 1, activeAt: tools.now }
  if ((await tools.table.commit([update(ArchiveExports, asked, changes)])) !== 'done') return false
  await beginAttempt(asked, tools, workflows)
  return true
}
