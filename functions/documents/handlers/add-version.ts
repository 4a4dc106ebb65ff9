import { create } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { announceVersion, uploadOf } from '../announce-version.ts'
import { DocumentVersions } from '../records.ts'
import type { routes } from '../routes.ts'
import { showVersion } from '../show-document.ts'

/** Announces another file for a document; until its bytes have come, the current version counts. */
export const addVersion: Handler<typeof routes.addVersion> = async ({ actor, document, input, files, now, newId }) => {
  const { dossierId, documentId } = document
  const version = announceVersion(input, { dossierId, documentId, versionId: newId(), by: actor.personId, at: now })
  return {
    view: { version: showVersion(version), versionId: version.versionId, upload: await uploadOf(files, version, now) },
    writes: [create(DocumentVersions, version)],
  }
}
