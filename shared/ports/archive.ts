import type { FilePlace, StoredFile } from './files.ts'

/** Length in bytes, and SHA-256 as 64 hexadecimal digits, of bytes that were really read. */
export type Digest = { readonly length: number; readonly sha256: string }

/** What carries files into the archive. Only the job that hands them over has one. */
export interface Archive {
  /** What the store itself knows of a file, or `undefined`. */
  look(place: FilePlace): Promise<StoredFile | undefined>
  /** Copies inside the store, whole or not at all, and says which object version came of it. */
  copy(from: FilePlace, to: FilePlace): Promise<{ readonly versionId: string | null }>
  /** Reads the file from end to end, a piece at a time; `undefined` where there is none. */
  digest(place: FilePlace): Promise<Digest | undefined>
}
