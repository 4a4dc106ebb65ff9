import { isProblem, problem } from '../../../shared/problems.ts'
import { create, require, update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { CollaborativeSpaces, SpaceEntries, SpaceEntryVersions } from '../records.ts'
import type { routes } from '../routes.ts'
import { showItem } from '../show-entry.ts'
import { writeVersion } from '../write-version.ts'

/** Writes an entry anew: the versions before stay as they were, and of two at once one is told of the other (D-17). */
export const rewriteEntry: Handler<typeof routes.rewriteEntry> = async (context) => {
  const { actor, collaborativeSpace: space, entry, input, files, now, newId } = context
  if (entry.kind === 'document') return problem('entry-of-other-kind')
  const { spaceId, entryId } = entry
  const by = actor.personId
  const version = await writeVersion(files, input, {
    spaceId,
    entryId,
    versionId: newId(),
    createdAt: now,
    createdBy: by,
  })
  if (isProblem(version)) return version
  const changes = { title: input.title, currentVersionId: version.versionId, changedAt: now, changedBy: by }
  return {
    view: showItem({ ...entry, ...changes }),
    version: entry.version + 1,
    writes: [
      update(SpaceEntries, entry, changes),
      create(SpaceEntryVersions, version),
      require(CollaborativeSpaces, space),
    ],
  }
}
