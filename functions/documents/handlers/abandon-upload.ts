import { problem } from '../../../shared/problems.ts'
import { perhaps, update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { isInParts } from '../parts.ts'
import { DocumentVersions, fileKey } from '../records.ts'
import type { routes } from '../routes.ts'
import { showVersion } from '../show-document.ts'

/** Gives an upload up: its parts are thrown away, and it can be completed no more. What was received stays. */
export const abandonUpload: Handler<typeof routes.abandonUpload> = async ({ document, params, read, files }) => {
  const { documentId } = document
  const { version } = await read({ version: perhaps(DocumentVersions, { documentId, versionId: params.versionId }) })
  if (version === undefined) return problem('not-found')
  if (version.state === 'abandoned') return { view: showVersion(version) }
  if (version.state !== 'awaiting-upload') return problem('upload-complete')
  if (isInParts(version)) await files.abandonParts({ key: fileKey(version), uploadId: version.parts.uploadId })
  const abandoned = { state: 'abandoned' } as const
  return {
    view: showVersion({ ...version, ...abandoned }),
    writes: [update(DocumentVersions, version, abandoned)],
  }
}
