import { createHash } from 'node:crypto'
import type { Events } from '../../shared/events.ts'
import type { Files } from '../../shared/ports/files.ts'
import { create, perhaps } from '../../shared/table/table.ts'
import { type JobTools, TryAgain } from '../kernel/job.ts'
import { typeOf } from './file-types.ts'
import { DocumentThumbnails, type DocumentVersion, DocumentVersions, fileKey, thumbnailKey } from './records.ts'
import { bounds, isPicture, type Thumbnail } from './thumbnail.ts'

type Make = (type: string, bytes: Uint8Array) => Promise<Thumbnail>

/** Makes the small picture of a version that was received, once. */
export const keepThumbnail = async (
  { dossierId, documentId, versionId }: Events['document-received'],
  tools: JobTools,
  make: Make,
): Promise<void> => {
  const { version, kept } = await tools.read({
    version: perhaps(DocumentVersions, { documentId, versionId }),
    kept: perhaps(DocumentThumbnails, { documentId, versionId }),
  })
  if (version?.state !== 'received' || kept !== undefined) return

  const ids = { dossierId, documentId, versionId }
  const made = await thumbnailOf(version, tools.files, make)
  const picture = made.outcome === 'done' ? await putPicture(made, tools.files, thumbnailKey(ids)) : NO_PICTURE
  const item = { ...ids, state: made.outcome, ...picture, at: tools.now }
  const writes = [create(DocumentThumbnails, item)]
  const committed = await tools.act({ action: 'document.import', dossierId, writes })
  if (committed === 'conflict') throw new TryAgain('The small picture was being kept at the same moment.')
}

const NO_PICTURE = { width: null, height: null, length: null, sha256: null, storedVersionId: null } as const

const thumbnailOf = async (version: DocumentVersion, files: Pick<Files, 'get'>, make: Make): Promise<Thumbnail> => {
  const type = typeOf(version)
  if (!isPicture(type) || version.length > bounds.bytes) return { outcome: 'none' }
  const place = { bucket: 'documents', key: fileKey(version), versionId: version.storedVersionId } as const
  const bytes = await files.get(place)
  return bytes === undefined ? { outcome: 'none' } : make(type, bytes)
}

const putPicture = async (
  { bytes, width, height }: Extract<Thumbnail, { outcome: 'done' }>,
  files: Pick<Files, 'put'>,
  key: string,
) => {
  const { versionId } = await files.put(key, Buffer.from(bytes))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { width, height, length: bytes.length, sha256, storedVersionId: versionId }
}
