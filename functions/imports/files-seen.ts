import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import { type Document, Documents, type DocumentVersion, DocumentVersions } from '../documents/records.ts'
import { type Looking, maySee } from './documents-seen.ts'
import type { Import, ImportedFile } from './records.ts'

type FileSeen = {
  readonly file: ImportedFile
  readonly document: Stored<Document>
  readonly version: Stored<DocumentVersion>
}

/** Those files of an import whose documents the actor may see, each with its document and version, read in one call. */
export const filesSeen = async ({ dossierId, files }: Import, looking: Looking): Promise<readonly FileSeen[]> => {
  const found = (await looking.read(
    Object.fromEntries(
      files.flatMap(({ documentId, versionId }) => [
        [documentId, perhaps(Documents, { dossierId, documentId })],
        [versionId, perhaps(DocumentVersions, { documentId, versionId })],
      ]),
    ),
  )) as Readonly<Record<string, Stored<object> | undefined>>
  return files.flatMap((file) => {
    const document = found[file.documentId] as Stored<Document> | undefined
    const version = found[file.versionId] as Stored<DocumentVersion> | undefined
    return document !== undefined && version !== undefined && maySee(document, looking)
      ? [{ file, document, version }]
      : []
  })
}
