import { problem } from '../../../shared/problems.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { typeOf } from '../file-types.ts'
import { DocumentVersions, fileKey } from '../records.ts'
import type { routes } from '../routes.ts'

/** A short-lived address of exactly the bytes that were found to be as announced (C-31). */
export const downloadDocument: Handler<typeof routes.downloadDocument> = async ({
  document,
  input,
  read,
  files,
  now,
}) => {
  const { documentId } = document
  // Nothing of it leaves: which of its versions holds what the scan found is not known (B-12).
  const versionId = input.versionId ?? document.currentVersionId
  if (versionId === null) return problem('upload-not-complete')
  const { version } = await read({ version: perhaps(DocumentVersions, { documentId, versionId }) })
  if (version === undefined) return problem('not-found')
  if (version.state !== 'received') return problem('upload-not-complete')

  const { name, sha256, length, storedVersionId } = version
  const place = { bucket: 'documents', key: fileKey(version), versionId: storedVersionId } as const
  const contentType = typeOf(version)
  return { view: { ...(await files.download({ ...place, name }, now)), sha256, length, name, contentType } }
}
