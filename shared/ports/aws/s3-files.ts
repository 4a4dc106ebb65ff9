import { createHash } from 'node:crypto'
import {
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { addSeconds } from '../clock.ts'
import type { Buckets, Files } from '../files.ts'
import { s3Parts } from './s3-parts.ts'

const UPLOAD_SECONDS = 15 * 60
const DOWNLOAD_SECONDS = 5 * 60

type Options = { readonly buckets: Buckets; readonly client?: S3Client }

/** Files in S3. Length and SHA-256 are signed into an upload's address, so nothing else can come in by it. */
export const s3Files = ({
  buckets,
  client = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' }),
}: Options): Files => ({
  ...s3Parts({ bucket: buckets.documents, client }),

  async upload({ key, length, sha256, contentType }, now) {
    const command = new PutObjectCommand({
      Bucket: buckets.documents,
      Key: key,
      ContentLength: length,
      ContentType: contentType,
      ChecksumSHA256: sha256,
    })
    const url = await getSignedUrl(client, command, {
      expiresIn: UPLOAD_SECONDS,
      signableHeaders: new Set(['host', 'content-length', 'content-type', 'x-amz-checksum-sha256']),
      unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
    })
    return {
      method: 'PUT',
      url,
      headers: { 'content-length': String(length), 'content-type': contentType, 'x-amz-checksum-sha256': sha256 },
      expiresAt: addSeconds(now, UPLOAD_SECONDS),
    }
  },

  async download({ bucket, key, versionId, name }, now) {
    const command = new GetObjectCommand({
      Bucket: buckets[bucket],
      Key: key,
      ...(versionId ? { VersionId: versionId } : {}),
      ResponseContentDisposition: attachment(name),
      // A browser must never show what was uploaded as a page of ours (B-12).
      ResponseContentType: 'application/octet-stream',
    })
    return {
      url: await getSignedUrl(client, command, { expiresIn: DOWNLOAD_SECONDS }),
      expiresAt: addSeconds(now, DOWNLOAD_SECONDS),
    }
  },

  async look({ bucket, key, versionId }) {
    try {
      const head = await client.send(
        new HeadObjectCommand({
          Bucket: buckets[bucket],
          Key: key,
          ...(versionId ? { VersionId: versionId } : {}),
          ChecksumMode: 'ENABLED',
        }),
      )
      return { length: head.ContentLength ?? 0, sha256: head.ChecksumSHA256 ?? '', versionId: head.VersionId ?? null }
    } catch (error) {
      if (error instanceof NotFound) return undefined
      throw error
    }
  },

  async first({ bucket, key, versionId }, bytes) {
    try {
      const { Body } = await client.send(
        new GetObjectCommand({
          Bucket: buckets[bucket],
          Key: key,
          Range: `bytes=0-${bytes - 1}`,
          ...(versionId ? { VersionId: versionId } : {}),
        }),
      )
      return Body && (await Body.transformToByteArray()).subarray(0, bytes)
    } catch (error) {
      if (isNothingThere(error)) return undefined
      throw error
    }
  },

  async put(key, bytes) {
    const { VersionId } = await client.send(
      new PutObjectCommand({
        Bucket: buckets.documents,
        Key: key,
        Body: bytes,
        ContentType: 'application/octet-stream',
        ChecksumSHA256: createHash('sha256').update(bytes).digest('base64'),
      }),
    )
    return { versionId: VersionId ?? null }
  },

  async get({ bucket, key, versionId }) {
    try {
      const { Body } = await client.send(
        new GetObjectCommand({
          Bucket: buckets[bucket],
          Key: key,
          ...(versionId ? { VersionId: versionId } : {}),
        }),
      )
      return Body && Buffer.from(await Body.transformToByteArray())
    } catch (error) {
      if (isNothingThere(error)) return undefined
      throw error
    }
  },
})

/** No object of this key, or none of this version of it; the SDK has no class for the second. */
const isNothingThere = (error: unknown): boolean =>
  error instanceof NoSuchKey || (error instanceof S3ServiceException && error.name === 'NoSuchVersion')

/** RFC 6266: a plain name for old programs and the true one in UTF-8. */
export const attachment = (name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
