import { problem } from '../../../shared/problems.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { DocumentThumbnails, DocumentVersions, thumbnailKey } from '../records.ts'
import type { routes } from '../routes.ts'

/** A short-lived address of the small picture of a document, where there is one. */
export const readThumbnail: Handler<typeof routes.readThumbnail> = async ({ document, input, read, files, now }) => {
  const { documentId } = document
  // Nothing of it leaves: which of its versions holds what the scan found is not known (B-12).
  const versionId = input.versionId ?? document.currentVersionId
  if (versionId === null) return problem('upload-not-complete')
  const { version, thumbnail } = await read({
    version: perhaps(DocumentVersions, { documentId, versionId }),
    thumbnail: perhaps(DocumentThumbnails, { documentId, versionId }),
  })
  if (version === undefined) return problem('not-found')
  if (version.state !== 'received') return problem('upload-not-complete')
  if (thumbnail === undefined)
    return { view: { versionId, state: 'waiting', width: null, height: null, download: null } }

  const { state, width, height, length, sha256, storedVersionId } = thumbnail
  const place = { bucket: 'documents', key: thumbnailKey(thumbnail), versionId: storedVersionId } as const
  const name = `${version.name}.jpg`
  const download =
    length === null || sha256 === null
      ? null
      : { ...(await files.download({ ...place, name }, now)), length, sha256, name }
  return { view: { versionId, state, width, height, download } }
}
