import type { Handler } from '../../kernel/handler.ts'
import { announceInParts } from '../announce-version.ts'
import { newDocument } from '../new-document.ts'
import type { routes } from '../routes.ts'
import { showDocument, showVersion } from '../show-document.ts'

/** Announces a large document; its parts have addresses of their own, to be asked for (C-31). */
export const importInParts: Handler<typeof routes.importInParts> = async (context) => {
  const { actor, dossier, input, files, now, newId } = context
  const ids = { dossierId: dossier.dossierId, documentId: newId(), versionId: newId() }
  const version = await announceInParts(files, input, { ...ids, by: actor.personId, at: now })
  const { document, writes } = newDocument(dossier, version)
  return { view: { document: showDocument(document), version: showVersion(version) }, version: 1, writes }
}
