import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { FilePlace } from '../../shared/ports/files.ts'
import type { Streams, Written } from '../../shared/ports/streams.ts'

/** A file of a ZIP: bytes that we have, or a place where they lie, which must be as they are said to be. */
export type Content = { readonly path: string; readonly sha256: string } & (
  | { readonly bytes: Buffer }
  | { readonly place: FilePlace; readonly length: number; readonly at: string }
)

/** A file is missing, or is not what it is said to be. */
export class FileDiffers extends Error {
  override name = 'FileDiffers'
}

/**
 * Makes one ZIP of all files as they stream by, one after another (ZIP64 where it takes that). They are stored as they
 * are: most are compressed already.
 */
export const writeZip = async (key: string, contents: readonly Content[], streams: Streams): Promise<Written> => {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  /** What it cannot go on from ends the stream that is being written. */
  const end = (error: Error): void => void output.destroy(error)
  zip.on('error', end)
  for (const content of contents)
    if ('bytes' in content) zip.addBuffer(content.bytes, content.path, { compress: false })
    else
      zip.addReadStreamLazy(
        content.path,
        { compress: false, size: content.length, mtime: new Date(content.at) },
        (take) => take(null, Readable.from(checked(content, streams), { objectMode: false }).on('error', end)),
      )
  zip.end()
  return streams.write(key, output)
}

/** The bytes of a file as they stream by; throws at their end where they are not what they must be. */
async function* checked(
  { place, sha256, length, path }: Extract<Content, { place: FilePlace }>,
  streams: Streams,
): AsyncGenerator<Uint8Array> {
  const pieces = await streams.read(place)
  if (pieces === undefined) throw new FileDiffers(`There is no ${path}.`)
  const hash = createHash('sha256')
  let read = 0
  for await (const piece of pieces) {
    hash.update(piece)
    read += piece.byteLength
    yield piece
  }
  if (read !== length || hash.digest('hex') !== sha256) throw new FileDiffers(`${path} differs.`)
}
