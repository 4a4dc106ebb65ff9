import type { Workflows } from '../../shared/ports/workflows.ts'
import { perhaps } from '../../shared/table/table.ts'
import type { JobTools } from '../kernel/job.ts'
import { ArchiveExports } from './records.ts'
import { idsOf } from './tasks/task-input.ts'
import { executionOf } from './workflow.ts'

type Of = { readonly dossierId: string; readonly personId: string; readonly exportId: string }

/** Starts the workflow of an export that was asked for; told twice, the second start is seen and is none. */
export const beginAttempt = async (of: Of, { read }: Pick<JobTools, 'read'>, workflows: Workflows): Promise<void> => {
  const { asked } = await read({ asked: perhaps(ArchiveExports, of) })
  if (asked?.state === 'asked') await workflows.start('export-archive', executionOf(asked), idsOf(asked))
}
