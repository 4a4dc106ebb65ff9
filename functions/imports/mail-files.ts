import { createHash } from 'node:crypto'
import { detectType } from '../documents/file-types.ts'
import { attachmentName } from './attachment-name.ts'
import type { ParsedFile } from './parse-mail.ts'
import type { Attachment } from './records.ts'

/** A file of a mail that becomes a document, or is left out; with its bytes. */
export type MailFile = { readonly attachment: Omit<Attachment, 'documentId' | 'versionId'>; readonly bytes: Uint8Array }

const TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/

/** What each file of a mail is: by its bytes, and by what is said of it as far as that makes sense. */
export const mailFilesOf = (files: readonly ParsedFile[]): Promise<readonly MailFile[]> =>
  Promise.all(
    files.map(async ({ filename, mimeType, bytes, isShownInText }, at) => ({
      attachment: {
        name: attachmentName(filename, mimeType, at + 1),
        contentType: TYPE.test(mimeType) && mimeType.length <= 127 ? mimeType : 'application/octet-stream',
        detectedType: await detectType(bytes),
        length: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        skipped: bytes.length === 0 ? 'empty' : isShownInText ? 'picture-of-the-text' : null,
      },
      bytes,
    })),
  )
