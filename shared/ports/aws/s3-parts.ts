import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  type ListPartsCommandOutput,
  NoSuchUpload,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { addSeconds } from '../clock.ts'
import type { PartedFiles, PartedUpload } from '../files.ts'

const PART_SECONDS = 15 * 60

type Options = { readonly bucket: string; readonly client: S3Client }
type StoredPart = NonNullable<ListPartsCommandOutput['Parts']>[number]

/** Uploads in parts, in S3. Length and SHA-256 of each part are signed into its address. */
export const s3Parts = ({ bucket, client }: Options): PartedFiles => {
  const nameOf = ({ key, uploadId }: PartedUpload) => ({ Bucket: bucket, Key: key, UploadId: uploadId })

  const storedParts = async (upload: PartedUpload): Promise<StoredPart[]> => {
    const found: StoredPart[] = []
    let after: string | undefined
    do {
      const page: ListPartsCommandOutput = await client.send(
        new ListPartsCommand({ ...nameOf(upload), PartNumberMarker: after }),
      )
      found.push(...(page.Parts ?? []))
      after = page.IsTruncated === true ? page.NextPartNumberMarker : undefined
    } while (after !== undefined)
    return found
  }

  return {
    async beginParts({ key, contentType }) {
      const { UploadId } = await client.send(
        new CreateMultipartUploadCommand({
          Bucket: bucket,
          Key: key,
          ContentType: contentType,
          ChecksumAlgorithm: 'SHA256',
          ChecksumType: 'COMPOSITE',
        }),
      )
      if (UploadId === undefined) throw new Error('S3 gave no id for an upload in parts.')
      return { uploadId: UploadId }
    },

    async uploadPart({ number, length, sha256, ...upload }, now) {
      const command = new UploadPartCommand({
        ...nameOf(upload),
        PartNumber: number,
        ContentLength: length,
        ChecksumSHA256: sha256,
      })
      const url = await getSignedUrl(client, command, {
        expiresIn: PART_SECONDS,
        signableHeaders: new Set(['host', 'content-length', 'x-amz-checksum-sha256']),
        unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
      })
      return {
        method: 'PUT',
        url,
        headers: { 'content-length': String(length), 'x-amz-checksum-sha256': sha256 },
        expiresAt: addSeconds(now, PART_SECONDS),
      }
    },

    listParts: (upload) =>
      unlessGone(async () =>
        (await storedParts(upload)).map(({ PartNumber = 0, Size = 0, ChecksumSHA256 = '' }) => ({
          number: PartNumber,
          length: Size,
          sha256: ChecksumSHA256,
        })),
      ),

    joinParts: (upload) =>
      unlessGone(async () => {
        const parts = await storedParts(upload)
        const { VersionId } = await client.send(
          new CompleteMultipartUploadCommand({
            ...nameOf(upload),
            MultipartUpload: {
              Parts: parts.map(({ PartNumber, ETag, ChecksumSHA256 }) => ({ PartNumber, ETag, ChecksumSHA256 })),
            },
          }),
        )
        return { versionId: VersionId ?? null }
      }),

    abandonParts: async (upload) => {
      await unlessGone(() => client.send(new AbortMultipartUploadCommand(nameOf(upload))))
    },
  }
}

/** An upload that was joined or abandoned is gone. */
const unlessGone = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof NoSuchUpload) return undefined
    throw error
  }
}
