import { problem } from '../../../shared/problems.ts'
import { create, require } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { announceFile, uploadOf } from '../announce-file.ts'
import { CollaborativeSpaces, SpaceEntryVersions } from '../records.ts'
import type { routes } from '../routes.ts'

/** Announces another file for a document of a space; until its bytes have come, the current version counts. */
export const addSpaceDocumentVersion: Handler<typeof routes.addSpaceDocumentVersion> = async (context) => {
  const { actor, collaborativeSpace: space, entry, input, files, now, newId } = context
  if (entry.kind !== 'document') return problem('entry-of-other-kind')
  const { spaceId, entryId } = entry
  const ids = { spaceId, entryId, versionId: newId(), createdAt: now, createdBy: actor.personId }
  const version = announceFile(input, ids)
  return {
    view: { versionId: version.versionId, upload: await uploadOf(files, version.file, now) },
    writes: [create(SpaceEntryVersions, version), require(CollaborativeSpaces, space)],
  }
}
