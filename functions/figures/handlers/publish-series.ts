import { problem } from '../../../shared/problems.ts'
import { update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { publishVersion } from '../publish-version.ts'
import { Series } from '../records.ts'
import type { routes } from '../routes.ts'

/** Publishes a series again: a version of its own takes the place of the current one, which is kept (P-05). */
export const publishSeries: Handler<typeof routes.publishSeries> = ({ actor, series, input, now }) => {
  if (series.withdrawnAt !== null) return problem('not-found')
  const { dossierId, seriesId } = series
  const ids = { dossierId, seriesId, number: series.number + 1 }
  const { facts, kept, told } = publishVersion(input, ids, { by: actor.personId, at: now })
  return {
    view: facts,
    version: series.version + 1,
    writes: [update(Series, series, facts), kept],
    events: [told],
  }
}
