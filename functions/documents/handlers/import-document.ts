import type { Handler } from '../../kernel/handler.ts'
import { announceVersion, uploadOf } from '../announce-version.ts'
import { newDocument } from '../new-document.ts'
import type { routes } from '../routes.ts'
import { showDocument } from '../show-document.ts'

/** Announces a document; it waits for its bytes and nobody can send it before they have come (P-06). */
export const importDocument: Handler<typeof routes.importDocument> = async (context) => {
  const { actor, dossier, input, files, now, newId } = context
  const ids = { dossierId: dossier.dossierId, documentId: newId() }
  const version = announceVersion(input, { ...ids, versionId: newId(), by: actor.personId, at: now })
  const { document, writes } = newDocument(dossier, version)
  return {
    view: {
      document: showDocument(document),
      versionId: version.versionId,
      upload: await uploadOf(files, version, now),
    },
    version: 1,
    writes,
  }
}
