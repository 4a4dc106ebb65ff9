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
  /** `inbound`: where e-mail comes in, as it came. */
  readonly bucket: 'documents' | 'archive' | 'inbound'
  readonly key: string
  readonly versionId?: string | null
}

/** What each bucket is called; e-mail comes in for those alone who read it. */
export type Buckets = Readonly<
  Record<Exclude<FilePlace['bucket'], 'inbound'>, string> & Partial<Record<'inbound', string>>
>

/** One of the parts in which a large file comes; `number` counts from 1, `sha256` is base64. */
export type Part = { readonly number: number; readonly length: number; readonly sha256: string }

/** An upload in parts that has begun and is not joined yet. */
export type PartedUpload = { readonly key: string; readonly uploadId: string }

/** Large files come in parts, each to an address of its own; nothing lies in the bucket before they are joined. */
export interface PartedFiles {
  /** Begins; what is never joined is tidied by the bucket's own rule. */
  beginParts(file: { key: string; contentType: string }): Promise<{ readonly uploadId: string }>
  /** An address that takes exactly the bytes of this part, for 15 minutes. */
  uploadPart(part: PartedUpload & Part, now: string): Promise<UploadTicket>
  /** The parts that have come, in order; `undefined` where there is no such upload (any more). */
  listParts(upload: PartedUpload): Promise<readonly Part[] | undefined>
  /** Makes one object of all parts that have come, whole or not at all; `undefined` where there is no such upload. */
  joinParts(upload: PartedUpload): Promise<{ readonly versionId: string | null } | undefined>
  /** Throws away what has come. Repeated, it does nothing. */
  abandonParts(upload: PartedUpload): Promise<void>
}

export interface Files extends PartedFiles {
  /** An address that takes exactly the announced bytes, for 15 minutes. */
  upload(file: { key: string; length: number; sha256: string; contentType: string }, now: string): Promise<UploadTicket>
  /** An address that gives the file as an attachment under its name, for 5 minutes. */
  download(place: FilePlace & { name: string }, now: string): Promise<DownloadTicket>
  /** What lies there, or `undefined`. */
  look(place: FilePlace): Promise<StoredFile | undefined>
  /** The first bytes of what lies there, so many at most; `undefined` where there is nothing. */
  first(place: FilePlace, bytes: number): Promise<Uint8Array | undefined>
  /** Puts bytes that we have ourselves into the documents bucket: texts that are too long for an item. */
  put(key: string, bytes: Buffer): Promise<{ readonly versionId: string | null }>
  /** The bytes that lie there, or `undefined`: of texts; of people's files only to the job that reads their text. */
  get(place: FilePlace): Promise<Buffer | undefined>
}
