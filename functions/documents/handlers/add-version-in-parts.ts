import { create } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { announceInParts } from '../announce-version.ts'
import { DocumentVersions } from '../records.ts'
import type { routes } from '../routes.ts'
import { showVersion } from '../show-document.ts'

/** Announces another, large file for a document; until all of it has come, the current version counts. */
export const addVersionInParts: Handler<typeof routes.addVersionInParts> = async (context) => {
  const { actor, document, input, files, now, newId } = context
  const ids = { dossierId: document.dossierId, documentId: document.documentId, versionId: newId() }
  const version = await announceInParts(files, input, { ...ids, by: actor.personId, at: now })
  return { view: showVersion(version), writes: [create(DocumentVersions, version)] }
}
