import { create } from '../../../shared/table/table.ts'
import { asBase64 } from '../../documents/file-facts.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type Report, Reports, reportKey } from '../records.ts'
import type { routes } from '../routes.ts'
import { showReport } from '../show-report.ts'

/** Announces a report; nobody sees it before its bytes have come as announced (P-05, C-31). */
export const announceReport: Handler<typeof routes.announceReport> = async (context) => {
  const { actor, dossier, input, files, now, newId } = context
  const { file, ...facts } = input
  const report: Report = {
    dossierId: dossier.dossierId,
    reportId: newId(),
    ...facts,
    ...file,
    state: 'awaiting-upload',
    storedVersionId: null,
    createdAt: now,
    createdBy: actor.personId,
    publishedAt: null,
    withdrawnAt: null,
  }
  const { length, contentType } = report
  const upload = await files.upload(
    { key: reportKey(report), length, sha256: asBase64(report.sha256), contentType },
    now,
  )
  return { view: { report: showReport(report), upload }, version: 1, writes: [create(Reports, report)] }
}
