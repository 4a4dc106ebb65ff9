import { createHash } from 'node:crypto'
import { GetObjectCommand, NoSuchKey, S3Client, UploadPartCommand } from '@aws-sdk/client-s3'
import type { FilePlace } from '../files.ts'
import type { Streams } from '../streams.ts'
import { s3Parts } from './s3-parts.ts'

/** S3 takes 10,000 parts of 5 MB or more: so many of this size are far more than any file of ours. */
const PART = 16 * 1024 * 1024

type Options = { readonly buckets: Readonly<Partial<Record<FilePlace['bucket'], string>>>; readonly client?: S3Client }

/** Large files in S3. A part goes up with its own SHA-256, so that what lies there is what was read here. */
export const s3Streams = ({
  buckets,
  client = new S3Client({
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  }),
}: Options): Streams => {
  const bucket = buckets.documents ?? ''
  const parts = s3Parts({ bucket, client })
  return {
    async read({ bucket: of, key, versionId }, range) {
      try {
        const { Body, ContentRange } = await client.send(
          new GetObjectCommand({
            Bucket: buckets[of],
            Key: key,
            ...(versionId ? { VersionId: versionId } : {}),
            ...(range && { Range: `bytes=${range.from}-${range.upTo - 1}` }),
          }),
        )
        const pieces = Body as AsyncIterable<Uint8Array> | undefined
        // The emulator knows no ranges of versions, and gives all.
        return pieces && range && ContentRange === undefined ? within(pieces, range) : pieces
      } catch (error) {
        if (error instanceof NoSuchKey || (error instanceof Error && error.name === 'NoSuchVersion')) return undefined
        throw error
      }
    },

    async write(key, pieces) {
      const { uploadId } = await parts.beginParts({ key, contentType: 'application/octet-stream' })
      const whole = createHash('sha256')
      let length = 0
      let number = 0
      try {
        for await (const part of inParts(pieces)) {
          whole.update(part)
          length += part.length
          await client.send(
            new UploadPartCommand({
              Bucket: bucket,
              Key: key,
              UploadId: uploadId,
              PartNumber: ++number,
              Body: part,
              ContentLength: part.length,
              ChecksumSHA256: createHash('sha256').update(part).digest('base64'),
            }),
          )
        }
        const joined = await parts.joinParts({ key, uploadId })
        if (joined === undefined) throw new Error('An upload in parts was gone before it was joined.')
        return { versionId: joined.versionId, length, sha256: whole.digest('hex') }
      } catch (error) {
        await parts.abandonParts({ key, uploadId })
        throw error
      }
    },
  }
}

/** What comes, in parts of one length but for the last. */
async function* inParts(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    held.push(piece)
    length += piece.byteLength
    while (length >= PART) {
      const all = Buffer.concat(held)
      yield all.subarray(0, PART)
      held = [all.subarray(PART)]
      length = all.length - PART
    }
  }
  if (length > 0) yield Buffer.concat(held)
}

/** What lies between two places of what comes. */
async function* within(
  pieces: AsyncIterable<Uint8Array>,
  { from, upTo }: { readonly from: number; readonly upTo: number },
): AsyncGenerator<Uint8Array> {
  let at = 0
  for await (const piece of pieces) {
    const wanted = piece.subarray(Math.max(0, from - at), Math.max(0, upTo - at))
    if (wanted.byteLength > 0) yield wanted
    at += piece.byteLength
    if (at >= upTo) return
  }
}
