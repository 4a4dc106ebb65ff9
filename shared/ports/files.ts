/** Where documents lie. Bytes of files never pass through a function of the API: it hands out short-lived addresses. */
export type UploadTicket = {
  readonly method: 'PUT'
  readonly url: string
  /** To be sent exactly so: length and SHA-256 are part of the signature. */
  readonly headers: Readonly<Record<string, string>>
  readonly expiresAt: string
}

export type DownloadTicket = { readonly url: string; readonly expiresAt: string }

/** What the store knows of an object. `sha256` is base64, as S3 writes checksums. */
export type StoredFile = { readonly length: number; readonly sha256: string; readonly versionId: string | null }

export type FilePlace = {
  readonly bucket: 'documents' | 'archive'
  readonly key: string
  readonly versionId?: string | null
}

export interface Files {
  /** An address that takes exactly the announced bytes, for 15 minutes. */
  upload(file: { key: string; length: number; sha256: string; contentType: string }, now: string): Promise<UploadTicket>
  /** An address that gives the file as an attachment under its name, for 5 minutes. */
  download(place: FilePlace & { name: string }, now: string): Promise<DownloadTicket>
  /** What lies there, or `undefined`. */
  look(place: FilePlace): Promise<StoredFile | undefined>
  /** Puts bytes that we have ourselves into the documents bucket: texts that are too long for an item. */
  put(key: string, bytes: Buffer): Promise<{ readonly versionId: string | null }>
  /** The bytes that lie there, or `undefined`: of texts, never of people's files. */
  get(place: FilePlace): Promise<Buffer | undefined>
}
