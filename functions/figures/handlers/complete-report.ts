import { event } from '../../../shared/events.ts'
import { isProblem, problem } from '../../../shared/problems.ts'
import { update } from '../../../shared/table/table.ts'
import { lookAtFile } from '../../documents/look-at-upload.ts'
import type { Handler } from '../../kernel/handler.ts'
import { Reports, reportKey } from '../records.ts'
import type { routes } from '../routes.ts'
import { showReport } from '../show-report.ts'

/** Publishes a report whose file has come as announced; whoever may read it is told (P-05). Repeated, it changes nothing. */
export const completeReport: Handler<typeof routes.completeReport> = async ({ actor, report, files, now }) => {
  if (report.state === 'withdrawn') return problem('not-found')
  if (report.state === 'published') return { view: showReport(report), version: report.version }

  const found = await lookAtFile(files, { ...report, key: reportKey(report) })
  if (isProblem(found)) return found
  const changes = { ...found, state: 'published', publishedAt: now } as const
  const { dossierId, reportId } = report
  return {
    view: showReport({ ...report, ...changes }),
    version: report.version + 1,
    writes: [update(Reports, report, changes)],
    events: [event('figures-published', { dossierId, publicationId: reportId, kind: 'report', by: actor.personId })],
  }
}
