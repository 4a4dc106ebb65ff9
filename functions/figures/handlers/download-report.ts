import { problem } from '../../../shared/problems.ts'
import { typeOf } from '../../documents/file-types.ts'
import type { Handler } from '../../kernel/handler.ts'
import { reportKey } from '../records.ts'
import type { routes } from '../routes.ts'

/** A short-lived address of exactly the bytes that were found to be as announced (P-05, C-31). */
export const downloadReport: Handler<typeof routes.downloadReport> = async ({ report, files, now }) => {
  const { state, name, sha256, length, storedVersionId } = report
  if (state !== 'published') return problem('not-found')
  const place = { bucket: 'documents', key: reportKey(report), versionId: storedVersionId } as const
  return {
    view: { ...(await files.download({ ...place, name }, now)), name, sha256, length, contentType: typeOf(report) },
  }
}
