import type { Revealed } from '../../shared/confidential-reads.ts'
import type { Dossier } from '../dossiers/records.ts'
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

/** Those of the documents shown that are confidential: that they were read is written down (D-10). */
export const revealedOf = (
  dossier: Pick<Dossier, 'confidential'>,
  documents: Iterable<Pick<Document, 'documentId' | 'confidential'>>,
): readonly Revealed[] =>
  [...documents]
    .filter(({ confidential }) => confidential === true || dossier.confidential === true)
    .map(({ documentId }) => ({ kind: 'document', id: documentId }))
