import { isOtherType, typeOf } from './file-types.ts'
import type { Document, DocumentVersion, FileFacts } from './records.ts'

/** A file's type as people are told it: what it is, what was said of it, and whether the two differ (B-12). */
const typesOf = (file: FileFacts) => ({
  contentType: typeOf(file),
  announcedType: file.contentType,
  typeDiffers: isOtherType(file),
})

export const showDocument = <D extends Document>(document: D) => ({ ...document, ...typesOf(document) })

export const showVersion = ({ restoredFrom, parts, ...version }: DocumentVersion) => ({
  ...version,
  ...typesOf(version),
  restoredFrom: restoredFrom ?? null,
  partLength: parts?.partLength ?? null,
})
