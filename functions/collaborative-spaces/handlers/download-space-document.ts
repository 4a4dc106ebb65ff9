import { problem } from '../../../shared/problems.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { SpaceEntryVersions } from '../records.ts'
import type { routes } from '../routes.ts'

/** An address, for minutes, of exactly the bytes that were found to be as announced; always as an attachment (C-31). */
export const downloadSpaceDocument: Handler<typeof routes.downloadSpaceDocument> = async (context) => {
  const { entry, input, read, files, now } = context
  if (entry.kind !== 'document') return problem('entry-of-other-kind')
  const { entryId } = entry
  const versionId = input.versionId ?? entry.currentVersionId
  if (versionId === null) return problem('upload-not-complete')
  const { version } = await read({ version: perhaps(SpaceEntryVersions, { entryId, versionId }) })
  if (version === undefined || version.file === null) return problem('not-found')
  if (version.file.state !== 'received') return problem('upload-not-complete')

  const { name, sha256, length, key, storedVersionId } = version.file
  const place = { bucket: 'documents', key, versionId: storedVersionId } as const
  return { view: { ...(await files.download({ ...place, name }, now)), sha256, length, name } }
}
