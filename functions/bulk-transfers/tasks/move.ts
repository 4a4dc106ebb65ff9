import { setTimeout as pause } from 'node:timers/promises'
import { cursorAfter, perhaps } from '../../../shared/table/table.ts'
import { type JobTools, TryAgain } from '../../kernel/job.ts'
import { describe, logger } from '../../kernel/observe.ts'
import type { Reason } from '../reasons.ts'
import { type BulkTransfer, BulkTransfers, type Outcome, Outcomes, placeOf } from '../records.ts'
import { settle } from '../settle.ts'
import { isCurrent, isOpen, type Leg, type OfAttempt } from './attempt.ts'
import { type Met, moveTogether } from './move-together.ts'

const PAGE = 100

/**
 * How many dossiers move in one transaction: what each person holds is one item, so that a move by itself would wait for
 * every other. As many as fit into it in most cases; `npm run bench -- transfers` prints what each number costs.
 */
const TOGETHER = 12
/** How often some are tried together before they are tried in halves, and one alone before it is given up. */
const TRIES_TOGETHER = 3
const TRIES_ALONE = 6

type Work = OfAttempt & Pick<BulkTransfer, 'fromId' | 'toId'>

/** Settles every dossier of a leg that is still to do; what this attempt settled already is left alone. */
export const moveBy =
  (together: number) =>
  async (leg: Leg, tools: JobTools): Promise<object> => {
    const { bulkTransferId } = leg
    const { transfer } = await tools.read({ transfer: perhaps(BulkTransfers, { bulkTransferId }) })
    if (!isCurrent(transfer, leg)) return { outcome: 'too late' }
    const work = { ...leg, fromId: transfer.fromId, toId: transfer.toId }

    let cursor = leg.after === null ? undefined : cursorAfter(placeOf(leg.after))
    do {
      const page = await tools.table.list<Outcome>(
        Outcomes.by.ofTransfer,
        { bulkTransferId },
        { limit: PAGE, cursor, upTo: placeOf(leg.upTo) },
      )
      const open = page.items.filter((outcome) => isOpen(outcome, leg)).map(({ dossierId }) => dossierId)
      for (let from = 0; from < open.length; from += together)
        if ((await moveSome(open.slice(from, from + together), work, tools)) === 'too late')
          return { outcome: 'too late' }
      cursor = page.cursor ?? undefined
    } while (cursor !== undefined)
    return { outcome: 'settled' }
  }

export const move = moveBy(TOGETHER)

/** Some together; where that does not succeed, in halves: one that cannot move holds up no other. */
const moveSome = async (ids: readonly string[], work: Work, tools: JobTools): Promise<'settled' | 'too late'> => {
  let met: Met | 'fault' = 'conflict'
  for (let run = 1; run <= (ids.length === 1 ? TRIES_ALONE : TRIES_TOGETHER) && met !== 'too many'; run++) {
    met = await moveTogether(ids, work, tools).catch((fault: unknown) => {
      logger.error('not moved', { bulkTransferId: work.bulkTransferId, dossiers: ids.length, ...describe(fault) })
      return 'fault' as const
    })
    if (met === 'settled' || met === 'too late') return met
    await giveWay(run)
  }
  const [first] = ids
  if (ids.length === 1 && first !== undefined)
    return giveUp(first, met === 'fault' ? 'fault' : 'kept-changing', work, tools)
  const middle = Math.ceil(ids.length / 2)
  for (const half of [ids.slice(0, middle), ids.slice(middle)])
    if ((await moveSome(half, work, tools)) === 'too late') return 'too late'
  return 'settled'
}

/** Names a dossier as failed: where not even that can be written down, the task is run again. */
const giveUp = async (
  dossierId: string,
  reason: Reason,
  work: Work,
  tools: JobTools,
): Promise<'settled' | 'too late'> => {
  const { bulkTransferId } = work
  for (let run = 1; run <= TRIES_ALONE; run++) {
    const { transfer, outcome } = await tools.read({
      transfer: perhaps(BulkTransfers, { bulkTransferId }),
      outcome: perhaps(Outcomes, { bulkTransferId, dossierId }),
    })
    if (!isCurrent(transfer, work)) return 'too late'
    if (outcome === undefined || !isOpen(outcome, work)) return 'settled'
    const writes = settle(transfer, [{ outcome, reason }], tools.now)
    const committed = await tools.act({ action: 'bulk-transfer.make', dossierId: null, writes })
    if (committed === 'done') return 'settled'
    await giveWay(run)
  }
  throw new TryAgain('The bulk transfer kept changing.')
}

/** Those who met wait for a while, each for another one and longer each time, so that they do not meet again. */
const giveWay = (run: number): Promise<void> => pause(Math.random() * Math.min(5 * 2 ** run, 200))
