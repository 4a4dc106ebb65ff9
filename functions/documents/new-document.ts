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
  /** How it comes, where it is not uploaded by itself. */
  readonly cameBy?: NonNullable<Document['cameBy']>
}

type Made = { readonly document: Document; readonly writes: readonly Write[] }

/**
 * A document with its first version. In a dossier that is confidential as a whole it starts with a mark of its own
 * (D-08); either way its dossier counts it (D-07).
 */
export const newDocument = (dossier: Stored<Dossier>, version: DocumentVersion, as: As = {}): Made => {
  const { documents, writes } = newDocuments(dossier, [{ version, ...as }])
  return { document: documents[0] as Document, writes }
}

/** Several documents at once, each with its first version: their dossier counts all of them in one write. */
export const newDocuments = (
  dossier: Stored<Dossier>,
  coming: readonly (As & { readonly version: DocumentVersion })[],
): { readonly documents: readonly Document[]; readonly writes: readonly Write[] } => {
  const documents = coming.map((one) => documentOf(dossier, one))
  const confidential = documents.filter((document) => document.confidential === true).length
  return {
    documents,
    writes: [
      ...documents.map((document) => create(Documents, document)),
      ...coming.map(({ version }) => create(DocumentVersions, version)),
      holdContent(dossier, { open: documents.length - confidential, confidential }),
    ],
  }
}

const documentOf = (
  dossier: Stored<Dossier>,
  { version, current = false, cameBy, ...as }: As & { readonly version: DocumentVersion },
): Document => {
  const { dossierId, documentId, name, contentType, detectedType, length, sha256, createdAt, createdBy } = version
  const confidential = as.confidential === true || dossier.confidential === true
  return {
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
    ...(cameBy !== undefined && { cameBy }),
    createdAt,
    createdBy,
  }
}
