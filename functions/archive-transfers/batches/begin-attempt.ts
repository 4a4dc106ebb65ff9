import type { Workflows } from '../../../shared/ports/workflows.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { JobTools } from '../../kernel/job.ts'
import { isCurrent, type OfBatch } from './attempt.ts'
import { SendingBatches } from './records.ts'
import { executionOf } from './workflow.ts'

/** Starts the workflow of the attempt that was asked for; one that a newer attempt has overtaken is not begun. */
export const beginBatch = async (asked: OfBatch, { read }: JobTools, workflows: Workflows): Promise<void> => {
  const { dossierId, batchId, attempt } = asked
  const { batch } = await read({ batch: perhaps(SendingBatches, { dossierId, batchId }) })
  if (isCurrent(batch, asked))
    await workflows.start('sending-batch', executionOf(asked), { dossierId, batchId, attempt })
}
