import { event } from '../../shared/events.ts'
import type { Stored } from '../../shared/table/record.ts'
import { remove } from '../../shared/table/table.ts'
import type { JobTools } from '../kernel/job.ts'
import { isLiveShare, type Share, Shares } from './records.ts'

const PAGE = 100

/**
 * Tidies away every share whose end has come by the tick's own time, and has its collaborator told (D-03, D-05). It gave
 * nothing any more from its end on, whenever the tick comes: that is checked each time a share is read.
 * @returns how many ended.
 */
export const endDueShares = async (tools: JobTools): Promise<number> => {
  const upTo = `${tools.now}~`
  let ended = 0
  let cursor: string | undefined
  do {
    const page = await tools.table.list<Share>(Shares.by.ending, {}, { limit: PAGE, cursor, upTo })
    for (const share of page.items) if (await end(share, tools)) ended++
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return ended
}

const end = async (share: Stored<Share>, tools: JobTools): Promise<boolean> => {
  if (isLiveShare(share, tools.now)) return false
  const { dossierId, personId, access, until } = share
  // An index lags: a share that was prolonged, ended or given anew meanwhile is a conflict, and needs nothing.
  const committed = await tools.act({
    action: 'share.end',
    dossierId,
    writes: [remove(Shares, share)],
    events: [event('share-ended', { dossierId, personId, access, until, by: null })],
  })
  return committed === 'done'
}
