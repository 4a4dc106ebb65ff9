import { createHash } from 'node:crypto'
import { CopyObjectCommand, GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3'
import type { Archive } from '../archive.ts'
import type { Buckets, FilePlace } from '../files.ts'
import { s3Files } from './s3-files.ts'

type Options = { readonly buckets: Buckets; readonly client?: S3Client }

/** The archive in S3. Bytes are hashed here as they stream by: the store's word for them is not enough (P-09). */
export const s3Archive = ({
  buckets,
  client = new S3Client({ responseChecksumValidation: 'WHEN_REQUIRED' }),
}: Options): Archive => {
  const nameOf = ({ bucket, key, versionId }: FilePlace) => ({
    Bucket: buckets[bucket],
    Key: key,
    ...(versionId ? { VersionId: versionId } : {}),
  })
  return {
    look: s3Files({ buckets, client }).look,

    async copy(from, to) {
      const source = `${buckets[from.bucket]}/${from.key}`
      const answer = await client.send(
        new CopyObjectCommand({
          ...nameOf(to),
          CopySource: from.versionId ? `${source}?versionId=${encodeURIComponent(from.versionId)}` : source,
          ChecksumAlgorithm: 'SHA256',
        }),
      )
      return { versionId: answer.VersionId ?? null }
    },

    async digest(place) {
      try {
        const { Body } = await client.send(new GetObjectCommand(nameOf(place)))
        const hash = createHash('sha256')
        let length = 0
        for await (const piece of Body as AsyncIterable<Uint8Array>) {
          hash.update(piece)
          length += piece.byteLength
        }
        return { length, sha256: hash.digest('hex') }
      } catch (error) {
        if (error instanceof NoSuchKey || isNoVersion(error)) return undefined
        throw error
      }
    },
  }
}

/** A version that is not there is answered by a name of its own, for which the SDK has no class. */
const isNoVersion = (error: unknown): boolean => error instanceof Error && error.name === 'NoSuchVersion'
