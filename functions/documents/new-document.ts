import type { Stored } from '../../shared/table/record.ts'
import { create, type Write } from '../../shared/table/table.ts'
import { holdContent } from '../dossiers/contents.ts'
import type { Dossier } from '../dossiers/records.ts'
import { type Document, Documents, type DocumentVersion, DocumentVersions } from './records.ts'

type As = {
  /** With a mark of its own, wherever it comes into. */
  readonly confidential?: boolean
  /** Its version is there already: a copy's. */
  readonly current?: boolean
}

/**
 * A document with its first version. In a dossier that is confidential as a whole it starts with a mark of its own
 * (D-08); either way its dossier counts it (D-07).
 */
export const newDocument = (
  dossier: Stored<Dossier>,
  version: DocumentVersion,
  { current = false, ...as }: As = {},
): { readonly document: Document; readonly writes: readonly Write[] } => {
  const { dossierId, documentId, name, contentType, detectedType, length, sha256, createdAt, createdBy } = version
  const confidential = as.confidential === true || dossier.confidential === true
  const document: Document = {
    dossierId,
    documentId,
    name,
    contentType,
    ...(detectedType !== undefined && { detectedType }),
    length,
    sha256,
    state: current ? 'received' : 'awaiting-upload',
    currentVersionId: current ? version.versionId : null,
    transferId: null,
    failure: null,
    ...(confidential && { confidential }),
    createdAt,
    createdBy,
  }
  return {
    document,
    writes: [
      create(Documents, document),
      create(DocumentVersions, version),
      holdContent(dossier, confidential ? { confidential: 1 } : { open: 1 }),
    ],
  }
}
