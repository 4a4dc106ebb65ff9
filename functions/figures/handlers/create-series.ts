import { create } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { publishVersion } from '../publish-version.ts'
import { Series } from '../records.ts'
import type { routes } from '../routes.ts'

/** Publishes a new series of figures; whoever may read it is told (P-05). */
export const createSeries: Handler<typeof routes.createSeries> = ({ actor, dossier, input, now, newId }) => {
  const by = { by: actor.personId, at: now }
  const ids = { dossierId: dossier.dossierId, seriesId: newId(), number: 1 }
  const { facts, kept, told } = publishVersion(input, ids, by)
  const head = { ...facts, createdAt: now, createdBy: actor.personId, withdrawnAt: null }
  return { view: facts, version: 1, writes: [create(Series, head), kept], events: [told] }
}
