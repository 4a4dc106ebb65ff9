import type { Files, UploadTicket } from '../../shared/ports/files.ts'
import { asBase64 } from './file-facts.ts'
import { partLengthFor } from './parts.ts'
import { type DocumentVersion, type FileFacts, fileKey } from './records.ts'

type Announced = {
  readonly dossierId: string
  readonly documentId: string
  readonly versionId: string
  readonly by: string
  readonly at: string
}

/** A version as it is before its bytes have come. */
export const announceVersion = (file: FileFacts, { by, at, ...ids }: Announced): DocumentVersion => ({
  ...ids,
  ...file,
  state: 'awaiting-upload',
  storedVersionId: null,
  createdAt: at,
  createdBy: by,
  receivedAt: null,
})

/** A version that will come in parts: the store is told, and gives an id to that upload. */
export const announceInParts = async (
  files: Files,
  { partLength: wanted, ...file }: FileFacts & { readonly partLength?: number | undefined },
  announced: Announced,
): Promise<DocumentVersion> => {
  const version = announceVersion(file, announced)
  const { uploadId } = await files.beginParts({ key: fileKey(version), contentType: version.contentType })
  return { ...version, parts: { uploadId, partLength: wanted ?? partLengthFor(version.length) } }
}

/** The address that takes exactly the bytes of this version (C-31). */
export const uploadOf = (files: Files, version: DocumentVersion, now: string): Promise<UploadTicket> =>
  files.upload(
    {
      key: fileKey(version),
      length: version.length,
      sha256: asBase64(version.sha256),
      contentType: version.contentType,
    },
    now,
  )
