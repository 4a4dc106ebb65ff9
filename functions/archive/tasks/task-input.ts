import type { Stored } from '../../../shared/table/record.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { JobTools } from '../../kernel/job.ts'
import { type ArchiveExport, ArchiveExports } from '../records.ts'

/** Which attempt of which export a task works for. */
export type OfAttempt = {
  readonly dossierId: string
  readonly personId: string
  readonly exportId: string
  readonly attempt: number
}

/** The export, as long as this attempt has a say: a newer one has not taken over, and it has not ended. */
export const currentOf = async (
  { attempt, ...ids }: OfAttempt,
  { read }: Pick<JobTools, 'read'>,
): Promise<Stored<ArchiveExport> | undefined> => {
  const { asked } = await read({ asked: perhaps(ArchiveExports, ids) })
  return asked?.state === 'asked' && asked.attempt === attempt ? asked : undefined
}

/** What passes on from task to task: ids, and nothing of what is in the archive. */
export const idsOf = ({ dossierId, personId, exportId, attempt }: OfAttempt): OfAttempt => ({
  dossierId,
  personId,
  exportId,
  attempt,
})
