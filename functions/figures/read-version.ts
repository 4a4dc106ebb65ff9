import { type Problem, problem } from '../../shared/problems.ts'
import { perhaps } from '../../shared/table/table.ts'
import type { Tools } from '../kernel/handler.ts'
import { type SeriesHead, type SeriesVersion, SeriesVersions } from './records.ts'

/** A version of a series that was not taken back: the current one, unless another is named. */
export const readVersion = async (
  { seriesId, number, withdrawnAt }: SeriesHead,
  named: number | undefined,
  read: Tools['read'],
): Promise<SeriesVersion | Problem> => {
  if (withdrawnAt !== null) return problem('not-found')
  const { version } = await read({ version: perhaps(SeriesVersions, { seriesId, number: named ?? number }) })
  return version ?? problem('not-found')
}
