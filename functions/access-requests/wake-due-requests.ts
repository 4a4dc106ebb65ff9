import type { Workflows } from '../../shared/ports/workflows.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import type { JobTools } from '../kernel/job.ts'
import { type FollowUp, FollowUps } from './records.ts'
import { wakeExecution } from './wake-execution.ts'

const PAGE = 100

/**
 * Wakes the execution of every request for which something is due at the tick's own time; the execution then acts at
 * that time. One that is lost is replaced: it had nothing to do before something was due.
 * @returns how many requests were due.
 */
export const wakeDueRequests = async (tools: JobTools, workflows: Workflows): Promise<number> => {
  const upTo = `${tools.now}~`
  let woken = 0
  let cursor: string | undefined
  do {
    const page = await tools.table.list<FollowUp>(FollowUps.by.due, {}, { limit: PAGE, cursor, upTo })
    cursor = page.cursor ?? undefined
    for (const followUp of await asTheyAre(page.items, tools)) {
      if (followUp.dueAt > tools.now) continue
      await wakeExecution(followUp, tools, workflows)
      woken++
    }
  } while (cursor !== undefined)
  return woken
}

/** An index lags: what it lists is read again, with the newest token. */
const asTheyAre = async (listed: readonly FollowUp[], { read }: JobTools): Promise<Stored<FollowUp>[]> => {
  const keys = listed.map(
    ({ dossierId, requestId }) => [requestId, perhaps(FollowUps, { dossierId, requestId })] as const,
  )
  const found: Readonly<Record<string, Stored<FollowUp> | undefined>> = await read(Object.fromEntries(keys))
  return Object.values(found).filter((followUp) => followUp !== undefined)
}
