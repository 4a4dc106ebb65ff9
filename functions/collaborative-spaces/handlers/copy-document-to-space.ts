import { problem } from '../../../shared/problems.ts'
import { perhaps, require } from '../../../shared/table/table.ts'
import { Documents, DocumentVersions, fileKey } from '../../documents/records.ts'
import { Dossiers } from '../../dossiers/records.ts'
import type { Handler } from '../../kernel/handler.ts'
import { recordCopyToSpace } from '../../notes/record-copy.ts'
import { copyIntoSpace } from '../copy-into-space.ts'
import type { routes } from '../routes.ts'

/**
 * Copies the current version of a document into a collaborative space, recorded on both sides (D-19). What was received
 * never changes, so the copy names the very bytes of the version.
 */
export const copyDocumentToSpace: Handler<typeof routes.copyDocumentToSpace> = async (context) => {
  const { actor, dossier, document, each, read, now, newId } = context
  const { dossierId, documentId, currentVersionId } = document
  const [into] = each
  const { version } = await read({
    version: perhaps(DocumentVersions, { documentId, versionId: currentVersionId ?? 'none' }),
  })
  if (into === undefined || version === undefined) return problem('upload-not-complete')

  const { versionId, name, contentType, length, sha256, storedVersionId, detectedType } = version
  const { entry, writes, events } = copyIntoSpace(
    into.collaborativeSpace,
    { dossierId, kind: 'document', id: documentId, version: versionId },
    {
      kind: 'document',
      file: {
        name,
        contentType,
        length,
        sha256,
        key: fileKey(version),
        storedVersionId,
        ...(detectedType && { detectedType }),
      },
    },
    { by: actor.personId, at: now, newId },
  )
  return {
    view: entry,
    writes: [
      ...writes,
      // Marked at the same moment, it stays where it is.
      require(Documents, document),
      require(Dossiers, dossier),
      recordCopyToSpace('document', { dossierId, itemId: documentId, itemVersion: versionId }, entry, context),
    ],
    events,
  }
}
