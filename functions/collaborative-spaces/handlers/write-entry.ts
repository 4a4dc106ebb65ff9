import { event } from '../../../shared/events.ts'
import { isProblem } from '../../../shared/problems.ts'
import { create, require } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { CollaborativeSpaces, SpaceEntries, type SpaceEntry, SpaceEntryVersions } from '../records.ts'
import type { routes } from '../routes.ts'
import { showItem } from '../show-entry.ts'
import { writeVersion } from '../write-version.ts'

/** Writes a note, an observation or general information: every member of the space sees it (D-17). */
export const writeEntry: Handler<typeof routes.writeEntry> = async (context) => {
  const { actor, collaborativeSpace: space, input, files, now, newId } = context
  const { spaceId } = space
  const by = actor.personId
  const ids = { spaceId, entryId: newId(), versionId: newId(), createdAt: now, createdBy: by }
  const version = await writeVersion(files, input, ids)
  if (isProblem(version)) return version
  const entry: SpaceEntry = {
    spaceId,
    entryId: ids.entryId,
    kind: input.kind,
    title: input.title,
    currentVersionId: ids.versionId,
    copiedFrom: null,
    createdAt: now,
    createdBy: by,
    changedAt: now,
    changedBy: by,
  }
  return {
    view: showItem(entry),
    version: 1,
    // A space that is closed at the same moment takes nothing in any more.
    writes: [create(SpaceEntries, entry), create(SpaceEntryVersions, version), require(CollaborativeSpaces, space)],
    events: [event('space-entry-added', { spaceId, entryId: entry.entryId, by })],
  }
}
