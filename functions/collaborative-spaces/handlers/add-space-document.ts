import { create, require } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { announceFile, uploadOf } from '../announce-file.ts'
import { CollaborativeSpaces, SpaceEntries, type SpaceEntry, SpaceEntryVersions } from '../records.ts'
import type { routes } from '../routes.ts'
import { showItem } from '../show-entry.ts'

/** Announces a document for a space; it waits for its bytes, and its members are told once they have come (D-17). */
export const addSpaceDocument: Handler<typeof routes.addSpaceDocument> = async (context) => {
  const { actor, collaborativeSpace: space, input, files, now, newId } = context
  const by = actor.personId
  const ids = { spaceId: space.spaceId, entryId: newId() }
  const version = announceFile(input, { ...ids, versionId: newId(), createdAt: now, createdBy: by })
  const entry: SpaceEntry = {
    ...ids,
    kind: 'document',
    title: input.name,
    currentVersionId: null,
    copiedFrom: null,
    createdAt: now,
    createdBy: by,
    changedAt: now,
    changedBy: by,
  }
  return {
    view: {
      entry: showItem(entry),
      versionId: version.versionId,
      upload: await uploadOf(files, version.file, now),
    },
    version: 1,
    writes: [create(SpaceEntries, entry), create(SpaceEntryVersions, version), require(CollaborativeSpaces, space)],
  }
}
