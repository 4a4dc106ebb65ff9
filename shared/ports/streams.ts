import type { FilePlace } from './files.ts'

/** What was written, by the bytes themselves: length, and SHA-256 as 64 hexadecimal digits. */
export type Written = { readonly versionId: string | null; readonly length: number; readonly sha256: string }

/** Files too large to be held as a whole: they stream by, a piece at a time. Only jobs that make such files have it. */
export interface Streams {
  /** The bytes that lie there, or those from one up to (and without) another; `undefined` where there is nothing. */
  read(
    place: FilePlace,
    range?: { readonly from: number; readonly upTo: number },
  ): Promise<AsyncIterable<Uint8Array> | undefined>
  /** Puts what comes into the documents bucket in parts: whole or not at all, and never more than a part in memory. */
  write(key: string, pieces: AsyncIterable<Uint8Array>): Promise<Written>
}
