import { indexed, record, type Stored, within } from '../../shared/table/record.ts'
import { update, type Write } from '../../shared/table/table.ts'
import { type DocumentState, mayMove, type VersionState } from './states.ts'

/** What somebody announces of a file before its bytes come. */
export type FileFacts = {
  /** As its owner calls it; never part of a key or an address. */
  readonly name: string
  /** As announced. */
  readonly contentType: string
  /** What its first bytes tell that it is, once they have come (B-12). */
  readonly detectedType?: string
  /** In bytes. */
  readonly length: number
  /** 64 hexadecimal digits, lower case. */
  readonly sha256: string
}

/** One document of a dossier. Its file facts are those of its current version, or of the first while none has come. */
export type Document = FileFacts & {
  readonly dossierId: string
  readonly documentId: string
  readonly state: DocumentState
  /** The version that counts; `null` until one has been received. */
  readonly currentVersionId: string | null
  /** The transfer that takes or took its current version to the archive. */
  readonly transferId: string | null
  /** Marked confidential by itself, whatever its dossier is (D-07). */
  readonly confidential?: boolean
  /** Why its sending failed; a name of `failureReasons`. */
  readonly failure: string | null
  readonly createdAt: string
  readonly createdBy: string
}

export const Documents = record<Document>()({
  name: 'document',
  holds: 'A document of a dossier, with its state and the facts of its current version.',
  key: ({ dossierId, documentId }: { dossierId: string; documentId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `DOCUMENT#${documentId}`,
  }),
  by: {
    ofDossier: within<{ dossierId: string }>(
      'The documents of a dossier',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'DOCUMENT#',
    ),
    ofAuthor: indexed<Document, { dossierId: string; createdBy: string }>(
      'gsi1',
      'The documents that one person put into a dossier',
      ({ dossierId, createdBy }) => `DOSSIER#${dossierId}#AUTHOR#${createdBy}`,
      ({ documentId }) => documentId,
    ),
  },
})

/** One file of a document: announced, then received; what was received never changes. */
export type DocumentVersion = FileFacts & {
  readonly dossierId: string
  readonly documentId: string
  readonly versionId: string
  readonly state: VersionState
  /** The object version that was found to be as announced. */
  readonly storedVersionId: string | null
  /** Of a file that comes in parts: the store's id of that upload, and the length of each part but the last. */
  readonly parts?: { readonly uploadId: string; readonly partLength: number }
  /** Of a restored version: the one whose bytes it has. */
  readonly restoredFrom?: string
  readonly createdAt: string
  readonly createdBy: string
  readonly receivedAt: string | null
}

export const DocumentVersions = record<DocumentVersion>()({
  name: 'document-version',
  holds: 'One file of a document: what was announced of it, and whether it has come.',
  key: ({ documentId, versionId }: { documentId: string; versionId: string }) => ({
    pk: `DOCUMENT#${documentId}`,
    sk: `VERSION#${versionId}`,
  }),
  by: {
    ofDocument: within<{ documentId: string }>(
      'The versions of a document',
      ({ documentId }) => `DOCUMENT#${documentId}`,
      'VERSION#',
    ),
  },
})

/** Where the bytes of a version lie, in the documents bucket and in the archive alike: ids of ours, never a name. */
export const fileKey = ({ dossierId, documentId, versionId, restoredFrom }: OfFile): string =>
  `dossiers/${dossierId}/${documentId}/${restoredFrom ?? versionId}`

type OfFile = Pick<DocumentVersion, 'dossierId' | 'documentId' | 'versionId' | 'restoredFrom'>

/** Changes a document's state; a move that is not declared is a fault of ours and nothing is written. */
export const moveDocument = (
  document: Stored<Document>,
  state: DocumentState,
  changes: Partial<Omit<Document, 'state' | 'dossierId' | 'documentId'>> = {},
): Write => {
  if (!mayMove(document.state, state)) throw new Error(`A document does not go from ${document.state} to ${state}.`)
  return update(Documents, document, { ...changes, state })
}
