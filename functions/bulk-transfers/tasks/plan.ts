import { create, cursorAfter, perhaps, update, type Write } from '../../../shared/table/table.ts'
import { type Dossier, Dossiers } from '../../dossiers/records.ts'
import { type JobTools, TryAgain } from '../../kernel/job.ts'
import { type BulkTransfer, BulkTransfers, NamedDossiersOf, Outcomes } from '../records.ts'
import { isCurrent, type OfAttempt } from './attempt.ts'

/** How many dossiers are planned in one transaction, which takes 100 items. */
const PAGE = 90

type Planned = { readonly dossierId: string; readonly number: number | null }
type Stretch = { readonly planned: readonly Planned[]; readonly upTo: string | null; readonly isLast: boolean }

/**
 * Writes down, one by one, which dossiers are to move: each page with where it ended, in one transaction, so that a plan
 * that is interrupted goes on from there and names no dossier twice. A plan that is made is not made again.
 */
export const plan = async (asked: OfAttempt, tools: JobTools): Promise<OfAttempt> => {
  const { bulkTransferId, attempt } = asked
  for (;;) {
    const { transfer } = await tools.read({ transfer: perhaps(BulkTransfers, { bulkTransferId }) })
    if (!isCurrent(transfer, asked) || transfer.isPlanned) return { bulkTransferId, attempt }

    const { planned, upTo, isLast } = await (transfer.scope === 'all' ? nextOwned : nextNamed)(transfer, tools)
    const writes: readonly Write[] = [
      ...planned.map((one) =>
        create(Outcomes, { bulkTransferId, ...one, state: 'planned', reason: null, attempt, at: tools.now }),
      ),
      update(BulkTransfers, transfer, {
        plannedUpTo: upTo,
        counts: { ...transfer.counts, dossiers: transfer.counts.dossiers + planned.length },
        ...(isLast ? { isPlanned: true, state: 'running' } : {}),
        activeAt: tools.now,
      }),
    ]
    // Straight into the table: what is only intended is nothing that an audit would ask for.
    if ((await tools.table.commit(writes)) !== 'done') throw new TryAgain('The plan was made at the same moment.')
  }
}

/** The next active dossiers of the giver. Their index lags: each is read again before it is planned. */
const nextOwned = async ({ fromId, plannedUpTo }: BulkTransfer, { table, read }: JobTools): Promise<Stretch> => {
  const page = await table.list<Dossier>(
    Dossiers.by.owned,
    { ownerId: fromId },
    { limit: PAGE, ...(plannedUpTo === null ? {} : { cursor: cursorAfter(plannedUpTo) }) },
  )
  const fresh = await read(
    Object.fromEntries(page.items.map(({ dossierId }) => [dossierId, perhaps(Dossiers, { dossierId })])),
  )
  const theirs = page.items.flatMap(({ dossierId }) => {
    const dossier = fresh[dossierId]
    return dossier?.ownerId === fromId && dossier.state === 'active' ? [dossier] : []
  })
  return {
    planned: theirs.map(({ dossierId, number }) => ({ dossierId, number })),
    upTo: page.items.at(-1)?.dossierId ?? plannedUpTo,
    isLast: page.cursor === null,
  }
}

/** The next of those that were named, whatever they are by now: what cannot move is told with its reason. */
const nextNamed = async ({ bulkTransferId, plannedUpTo }: BulkTransfer, { read }: JobTools): Promise<Stretch> => {
  const { named } = await read({ named: perhaps(NamedDossiersOf, { bulkTransferId }) })
  const left = (named?.dossierIds ?? []).filter((dossierId) => plannedUpTo === null || dossierId > plannedUpTo)
  const next = left.slice(0, PAGE)
  const found = await read(Object.fromEntries(next.map((dossierId) => [dossierId, perhaps(Dossiers, { dossierId })])))
  return {
    planned: next.map((dossierId) => ({ dossierId, number: found[dossierId]?.number ?? null })),
    upTo: next.at(-1) ?? plannedUpTo,
    isLast: left.length <= PAGE,
  }
}
