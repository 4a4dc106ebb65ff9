import { problem } from '../../../shared/problems.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { isInParts, missingOf, partsOf } from '../parts.ts'
import { DocumentVersions, fileKey } from '../records.ts'
import type { routes } from '../routes.ts'

/** Which parts have come: after an interruption the others are sent, and no part twice. */
export const readParts: Handler<typeof routes.readParts> = async ({ document, params, read, files }) => {
  const { documentId } = document
  const { versionId } = params
  const { version } = await read({ version: perhaps(DocumentVersions, { documentId, versionId }) })
  if (version === undefined || !isInParts(version)) return problem('not-found')
  if (version.state !== 'awaiting-upload') return problem('upload-complete')

  const come = await files.listParts({ key: fileKey(version), uploadId: version.parts.uploadId })
  const missing = missingOf(version, come ?? [])
  const parts = partsOf(version).map((part) => ({ ...part, received: !missing.includes(part.number) }))
  return { view: { versionId, parts } }
}
