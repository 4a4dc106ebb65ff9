import { event } from '../../../shared/events.ts'
import { isProblem, problem } from '../../../shared/problems.ts'
import { perhaps, require, update } from '../../../shared/table/table.ts'
import { lookAtFile } from '../../documents/look-at-upload.ts'
import type { Handler } from '../../kernel/handler.ts'
import { CollaborativeSpaces, SpaceEntries, SpaceEntryVersions } from '../records.ts'
import type { routes } from '../routes.ts'

/** Looks at what has been uploaded; only what is as announced is received, and becomes the current version (C-31). */
export const completeSpaceUpload: Handler<typeof routes.completeSpaceUpload> = async (context) => {
  const { collaborativeSpace: space, entry, input, read, files, now } = context
  const { spaceId, entryId, currentVersionId } = entry
  const { version } = await read({ version: perhaps(SpaceEntryVersions, { entryId, versionId: input.versionId }) })
  if (version === undefined || version.file === null) return problem('not-found')
  const { file, versionId, title, createdBy: by } = version
  if (file.state === 'received') return { view: version }

  const found = await lookAtFile(files, file)
  if (isProblem(found)) return found

  // An older version whose bytes come late does not take the place of a newer one: ids sort by time.
  const overtaken = currentVersionId !== null && currentVersionId > versionId
  const current = { title, currentVersionId: versionId, changedAt: now, changedBy: by }
  const received = { ...file, ...found, state: 'received', receivedAt: now } as const
  return {
    view: { ...version, file: received },
    writes: [
      update(SpaceEntryVersions, version, { file: received }),
      ...(overtaken ? [] : [update(SpaceEntries, entry, current)]),
      require(CollaborativeSpaces, space),
    ],
    events: currentVersionId === null ? [event('space-entry-added', { spaceId, entryId, by })] : [],
  }
}
