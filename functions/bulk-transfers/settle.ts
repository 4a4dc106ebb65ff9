/** The writes that settle dossiers of a bulk transfer, moved or failed and why, together with its counts (D-12). */
import type { Stored } from '../../shared/table/record.ts'
import { update, type Write } from '../../shared/table/table.ts'
import type { Reason } from './reasons.ts'
import { type BulkTransfer, BulkTransfers, type Outcome, Outcomes } from './records.ts'

/** What became of a dossier so far, and why it does not move; without a reason it does. */
export type Settled = { readonly outcome: Stored<Outcome>; readonly reason: Reason | null }

export const settle = (
  transfer: Stored<BulkTransfer>,
  settled: readonly Settled[],
  at: string,
  changes: Partial<BulkTransfer> = {},
): readonly Write[] => {
  const { attempt, counts } = transfer
  const moved = settled.filter(({ reason }) => reason === null).length
  // What failed in an earlier attempt is counted already.
  const failedBefore = settled.filter(({ outcome }) => outcome.state === 'failed').length
  const failed = counts.failed + settled.length - moved - failedBefore
  return [
    ...settled.map(({ outcome, reason }) =>
      update(Outcomes, outcome, { state: reason === null ? 'moved' : 'failed', reason, attempt, at }),
    ),
    update(BulkTransfers, transfer, {
      counts: { ...counts, moved: counts.moved + moved, failed },
      activeAt: at,
      ...changes,
    }),
  ]
}
