import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type SeriesVersion, SeriesVersions } from '../records.ts'
import type { routes } from '../routes.ts'

/** The versions of a series, newest first, without their points (P-05). */
export const listSeriesVersions: Handler<typeof routes.listSeriesVersions> = async ({ series, input, list }) => {
  if (series.withdrawnAt !== null) return problem('not-found')
  const asked = { ...input, newestFirst: true }
  return { view: await list<SeriesVersion>(SeriesVersions.by.ofSeries, { seriesId: series.seriesId }, asked) }
}
