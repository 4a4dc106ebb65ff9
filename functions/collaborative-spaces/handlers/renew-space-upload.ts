import { problem } from '../../../shared/problems.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { uploadOf } from '../announce-file.ts'
import { SpaceEntryVersions } from '../records.ts'
import type { routes } from '../routes.ts'

/** Gives another address for the same bytes, when the first one's time is over. */
export const renewSpaceUpload: Handler<typeof routes.renewSpaceUpload> = async ({ entry, input, read, files, now }) => {
  const { entryId } = entry
  const { version } = await read({ version: perhaps(SpaceEntryVersions, { entryId, versionId: input.versionId }) })
  if (version === undefined || version.file === null) return problem('not-found')
  if (version.file.state === 'received') return problem('upload-complete')
  return { view: { versionId: version.versionId, upload: await uploadOf(files, version.file, now) } }
}
