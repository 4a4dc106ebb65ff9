import { createHash } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl'
import type { FilePlace } from '../../shared/ports/files.ts'
import type { Streams } from '../../shared/ports/streams.ts'

/** Reads a file in the bucket from anywhere to anywhere, as an unzipper asks for it. */
class StoredZip extends RandomAccessReader {
  readonly place: FilePlace
  readonly streams: Streams

  constructor(place: FilePlace, streams: Streams) {
    super()
    this.place = place
    this.streams = streams
  }

  override _readStreamForRange(from: number, upTo: number): Readable {
    const through = new PassThrough()
    const range = async (): Promise<void> => {
      const pieces = await this.streams.read(this.place, { from, upTo })
      if (pieces === undefined) throw new Error('The ZIP is no longer there.')
      await pipeline(Readable.from(pieces, { objectMode: false }), through)
    }
    range().catch((error: unknown) => through.destroy(error as Error))
    return through
  }
}

export type Read = {
  /** The SHA-256 of each file, as it unfolds, by its path. */
  readonly digests: ReadonlyMap<string, string>
  /** The bytes of the one that was to be kept. */
  readonly kept: Buffer
}

/** Reads a ZIP from end to end by its own directory, one file after another. */
export const readZip = async (place: FilePlace, length: number, streams: Streams, keep: string): Promise<Read> => {
  const zip = await fromRandomAccessReaderPromise(new StoredZip(place, streams), length, { lazyEntries: true })
  const digests = new Map<string, string>()
  const kept: Uint8Array[] = []
  for await (const entry of zip.eachEntry()) {
    const hash = createHash('sha256')
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      hash.update(piece as Uint8Array)
      if (entry.fileName === keep) kept.push(piece as Uint8Array)
    }
    digests.set(entry.fileName, hash.digest('hex'))
  }
  return { digests, kept: Buffer.concat(kept) }
}
