import { fullPage, pageFrom } from '../../../shared/table/full-page.ts'
import type { Handler } from '../../kernel/handler.ts'
import { Series, type SeriesHead } from '../records.ts'
import type { routes } from '../routes.ts'

/** The series of a dossier that were not taken back, newest first, without their points (P-05). */
export const listSeries: Handler<typeof routes.listSeries> = async ({ dossier: { dossierId }, input, list }) => {
  const view = await fullPage<SeriesHead>({ ...input, stretches: 3 }, async (place, size) => {
    const asked = { ...pageFrom(place, size), newestFirst: true }
    const page = await list<SeriesHead>(Series.by.ofDossier, { dossierId }, asked)
    const placeOf = (head: SeriesHead): string => Series.key(head).sk
    const last = page.items.at(-1)
    return {
      shown: page.items
        .filter(({ withdrawnAt }) => withdrawnAt === null)
        .map((item) => ({ place: placeOf(item), item })),
      next: page.cursor === null || last === undefined ? undefined : placeOf(last),
    }
  })
  return { view }
}
