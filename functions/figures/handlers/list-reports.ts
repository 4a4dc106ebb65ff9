import { fullPage, pageFrom } from '../../../shared/table/full-page.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type Report, Reports } from '../records.ts'
import type { routes } from '../routes.ts'
import { showReport } from '../show-report.ts'

/** The published reports of a dossier, newest first; what was withdrawn or has not come yet is left out (P-05). */
export const listReports: Handler<typeof routes.listReports> = async ({ dossier: { dossierId }, input, list }) => {
  const { items, cursor } = await fullPage<Report>({ ...input, stretches: 3 }, async (place, size) => {
    const page = await list<Report>(
      Reports.by.ofDossier,
      { dossierId },
      { ...pageFrom(place, size), newestFirst: true },
    )
    const placeOf = (report: Report): string => Reports.key(report).sk
    const last = page.items.at(-1)
    return {
      shown: page.items.filter(({ state }) => state === 'published').map((item) => ({ place: placeOf(item), item })),
      next: page.cursor === null || last === undefined ? undefined : placeOf(last),
    }
  })
  return { view: { items: items.map(showReport), cursor } }
}
