import { resource } from '../../shared/contract/resource.ts'
import { the } from '../../shared/table/table.ts'
import { Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import { Reports, Series } from './records.ts'

/** A report, with its dossier and what the actor is to that. Decided on as its dossier is: a report has no mark. */
export const report = resource({
  kind: 'dossier',
  known: 'figures.read',
  load: ({ params: { dossierId = '', reportId = '' }, actorId }) => ({
    report: the(Reports, { dossierId, reportId }),
    dossier: the(Dossiers, { dossierId }),
    ...tiesTo(dossierId, actorId),
  }),
})

/** A series of figures, with its dossier and what the actor is to that. */
export const series = resource({
  kind: 'dossier',
  known: 'figures.read',
  load: ({ params: { dossierId = '', seriesId = '' }, actorId }) => ({
    series: the(Series, { dossierId, seriesId }),
    dossier: the(Dossiers, { dossierId }),
    ...tiesTo(dossierId, actorId),
  }),
})
