import { problem } from '../../../shared/problems.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { uploadOf } from '../announce-version.ts'
import { isInParts } from '../parts.ts'
import { DocumentVersions } from '../records.ts'
import type { routes } from '../routes.ts'

/** Gives another address for the same bytes, when the first one's time is over. */
export const renewUpload: Handler<typeof routes.renewUpload> = async ({ document, input, read, files, now }) => {
  const { documentId } = document
  const { version } = await read({ version: perhaps(DocumentVersions, { documentId, versionId: input.versionId }) })
  if (version === undefined) return problem('not-found')
  if (version.state !== 'awaiting-upload') return problem('upload-complete')
  if (isInParts(version)) return problem('upload-in-parts')
  return { view: { versionId: version.versionId, upload: await uploadOf(files, version, now) } }
}
