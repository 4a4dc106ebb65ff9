import type { Workflows } from '../../shared/ports/workflows.ts'
import { perhaps } from '../../shared/table/table.ts'
import type { JobTools } from '../kernel/job.ts'
import { Transfers } from './records.ts'
import type { OfAttempt } from './tasks/task-input.ts'
import { executionOf } from './workflow.ts'

/** Starts the workflow of the attempt that was asked for; one that a newer attempt has overtaken is not begun. */
export const beginAttempt = async (asked: OfAttempt, { read }: JobTools, workflows: Workflows): Promise<void> => {
  const { dossierId, transferId, attempt } = asked
  const { transfer } = await read({ transfer: perhaps(Transfers, { dossierId, transferId }) })
  if (transfer?.state !== 'sending' || transfer.attempt !== attempt) return
  await workflows.start('archive-transfer', executionOf(asked), { dossierId, transferId, attempt })
}
