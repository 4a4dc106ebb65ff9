import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { exportKey } from '../records.ts'
import { revealedOf } from '../revealed-of.ts'
import type { routes } from '../routes.ts'
import { isExpired } from '../show-export.ts'

/**
 * A short-lived address of an export, with what its bytes must be (P-10, C-31). Whoever is given it reads all that is in
 * it: what of that is confidential is written down (D-10).
 */
export const downloadExport: Handler<typeof routes.downloadExport> = async ({ archiveExport, dossier, files, now }) => {
  const { sha256, length, storedVersionId, from, until, confidentialIds = [] } = archiveExport
  if (isExpired(archiveExport, now)) return problem('export-expired')
  if (archiveExport.state !== 'done' || sha256 === null || length === null) return problem('export-not-done')
  const name = `archive-${dossier.number}-${from}-${until}.zip`
  const place = { bucket: 'documents', key: exportKey(archiveExport), versionId: storedVersionId } as const
  const whole = dossier.confidential === true ? [{ kind: 'dossier', id: dossier.dossierId } as const] : []
  return {
    view: { ...(await files.download({ ...place, name }, now)), sha256, length, name },
    revealed: [
      ...whole,
      ...revealedOf(
        dossier,
        confidentialIds.map((entryId) => ({ entryId, confidential: true })),
      ),
    ],
  }
}
