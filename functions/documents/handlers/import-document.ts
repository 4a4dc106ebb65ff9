import { create } from '../../../shared/table/table.ts'
import { holdContent } from '../../dossiers/contents.ts'
import type { Handler } from '../../kernel/handler.ts'
import { announceVersion, uploadOf } from '../announce-version.ts'
import { type Document, Documents, DocumentVersions } from '../records.ts'
import type { routes } from '../routes.ts'

/**
 * Announces a document; it waits for its bytes and nobody can send it before they have come (P-06). In a dossier that is
 * confidential as a whole it starts confidential (D-08).
 */
export const importDocument: Handler<typeof routes.importDocument> = async (context) => {
  const { actor, dossier, input, files, now, newId } = context
  const ids = { dossierId: dossier.dossierId, documentId: newId() }
  const version = announceVersion(input, { ...ids, versionId: newId(), by: actor.personId, at: now })
  const confidential = dossier.confidential === true
  const document: Document = {
    ...ids,
    ...input,
    state: 'awaiting-upload',
    currentVersionId: null,
    transferId: null,
    failure: null,
    ...(confidential && { confidential }),
    createdAt: now,
    createdBy: actor.personId,
  }
  return {
    view: { document, versionId: version.versionId, upload: await uploadOf(files, version, now) },
    version: 1,
    writes: [
      create(Documents, document),
      create(DocumentVersions, version),
      holdContent(dossier, confidential ? { confidential: 1 } : { open: 1 }),
    ],
  }
}
