import { event } from '../../shared/events.ts'
import { perhaps, update } from '../../shared/table/table.ts'
import type { JobTools } from '../kernel/job.ts'
import { type Digest, Digests } from './records.ts'

const PAGE = 100

/**
 * Has every daily mail written that is due by the tick's own time. Each is closed in the transaction that tells of it, so
 * that its entries are mailed once, whatever ticks come; what happens from then on waits for the next morning (B-06).
 * @returns how many people are mailed.
 */
export const makeDigests = async (tools: JobTools): Promise<number> => {
  const upTo = `${tools.now}~`
  let made = 0
  let cursor: string | undefined
  do {
    const page = await tools.table.list<Digest>(Digests.by.due, {}, { limit: PAGE, cursor, upTo })
    for (const { personId } of page.items) if (await make(personId, tools)) made++
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return made
}

const make = async (personId: string, tools: JobTools): Promise<boolean> => {
  // An index lags: what it lists is read again, and one that another tick closed needs nothing.
  const { digest } = await tools.read({ digest: perhaps(Digests, { personId }) })
  if (digest === undefined || digest.dueAt === null || digest.dueAt > tools.now) return false
  const { number, lines } = digest
  const committed = await tools.act({
    action: 'digest.send',
    dossierId: null,
    writes: [update(Digests, digest, { number: number + 1, lines: 0, dueAt: null, lastAt: tools.now })],
    events: [event('digest-due', { personId, digest: number, lines })],
  })
  return committed === 'done'
}
