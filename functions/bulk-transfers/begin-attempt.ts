import type { Workflows } from '../../shared/ports/workflows.ts'
import { perhaps } from '../../shared/table/table.ts'
import type { JobTools } from '../kernel/job.ts'
import { BulkTransfers } from './records.ts'
import { isCurrent, type OfAttempt } from './tasks/attempt.ts'
import { executionOf } from './workflow.ts'

/** Starts the workflow of the attempt that was asked for; one that a newer attempt has overtaken is not begun. */
export const beginAttempt = async (asked: OfAttempt, { read }: JobTools, workflows: Workflows): Promise<void> => {
  const { bulkTransferId, attempt } = asked
  const { transfer } = await read({ transfer: perhaps(BulkTransfers, { bulkTransferId }) })
  if (isCurrent(transfer, asked))
    await workflows.start('bulk-transfer', executionOf(asked), { bulkTransferId, attempt })
}
