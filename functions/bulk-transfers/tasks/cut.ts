import { perhaps } from '../../../shared/table/table.ts'
import type { JobTools } from '../../kernel/job.ts'
import { BulkTransfers, type Outcome, Outcomes } from '../records.ts'
import { isCurrent, isOpen, type Leg, type OfAttempt } from './attempt.ts'

/** How many dossiers one leg has: a few seconds of work for one task. */
const LEG = 96
/** A workflow's state holds 256 KB, of which a leg takes 180 bytes: with very many dossiers each leg has more of them. */
const MOST_LEGS = 1000
const PAGE = 1000

/** Cuts what is still to do into legs: what nobody tried yet, and what failed in an earlier attempt. */
export const cut = async (asked: OfAttempt, tools: JobTools) => {
  const { bulkTransferId, attempt } = asked
  const { transfer } = await tools.read({ transfer: perhaps(BulkTransfers, { bulkTransferId }) })
  const open: string[] = []
  let cursor: string | undefined
  do {
    if (!isCurrent(transfer, asked)) break
    const page = await tools.table.list<Outcome>(Outcomes.by.ofTransfer, asked, { limit: PAGE, cursor })
    open.push(...page.items.filter((outcome) => isOpen(outcome, asked)).map(({ dossierId }) => dossierId))
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)

  const size = Math.max(LEG, Math.ceil(open.length / MOST_LEGS))
  const legs: Leg[] = []
  for (let from = 0; from < open.length; from += size) {
    const upTo = open[Math.min(from + size, open.length) - 1] as string
    legs.push({ bulkTransferId, attempt, after: open[from - 1] ?? null, upTo })
  }
  return { bulkTransferId, attempt, legs }
}
