import type { Bilingual } from '../../shared/roles.ts'
import { indexed, record, type Stored, within } from '../../shared/table/record.ts'
import { update, type Write } from '../../shared/table/table.ts'
import type { TextFailure } from './extraction/extracted.ts'
import { factsPrint, type Said } from './facts-print.ts'
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

/** What a document is for the books (P-06). */
export const documentKinds = {
  purchase: { en: 'purchase', fr: 'achat' },
  sale: { en: 'sale', fr: 'vente' },
  bank: { en: 'bank', fr: 'banque' },
  other: { en: 'other', fr: 'autre' },
} as const satisfies Record<string, Bilingual>
export type DocumentKind = keyof typeof documentKinds
export const documentKindNames = Object.keys(documentKinds) as [DocumentKind, ...DocumentKind[]]

/** An amount of money: a whole number of the currency's minor unit (cents), and its ISO 4217 code. */
export type Amount = { readonly minor: number; readonly currency: string }

/** What whoever processes a document says of it (P-06). What is unset has not been said. */
export type ProcessingFacts = {
  readonly kind?: DocumentKind
  /** The supplier or customer. */
  readonly partyId?: string
  /** The number that the party gave it. */
  readonly number?: string
  /** Its date, `YYYY-MM-DD`. */
  readonly date?: string
  readonly amount?: Amount
}

export type Verdict = {
  readonly personId: string
  /** The absent person in whose place it was given (B-11). */
  readonly onBehalfOf: string | null
  readonly verdict: 'approved' | 'rejected'
  readonly reason: string | null
  readonly at: string
}

/**
 * The approval of a document: the rule as it was when the document met it, so that a change of rules traps nothing in
 * flight (P-07).
 */
export type Approval = {
  readonly approvalId: string
  readonly ruleId: string
  readonly ruleName: string
  /** The version of the dossier's rules that it met. */
  readonly rulesVersion: number
  readonly mode: ApprovalMode
  /** All who are named, in their order. */
  readonly approverIds: readonly string[]
  readonly verdicts: readonly Verdict[]
  readonly begunAt: string
  readonly begunBy: string
  readonly endedAt: string | null
}
/** One after the other in their order; any one of them; or every one, in whatever order. */
export type ApprovalMode = 'in-order' | 'any' | 'all'

/** One document of a dossier. Its file facts are those of its current version, or of the first while none has come. */
export type Document = FileFacts &
  ProcessingFacts & {
    readonly dossierId: string
    readonly documentId: string
    readonly state: DocumentState
    /** The version that counts; `null` until one has been received. */
    readonly currentVersionId: string | null
    /** The transfer that takes or took its current version to the archive. */
    readonly transferId: string | null
    /** Marked confidential by itself, whatever its dossier is (D-07). */
    readonly confidential?: boolean
    /** Its approval, the last one there was. */
    readonly approval?: Approval
    /** Who of those named has still to approve it: nobody, unless it is to be approved. */
    readonly approvers?: readonly string[]
    /** How it came, where it was not uploaded by itself: the import or mail, or the pages of other documents, by their id. */
    readonly cameBy?: { readonly way: 'import' | 'mail' | 'pages'; readonly id: string }
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
    sameFacts: indexed<Document, { dossierId: string } & Said>(
      'gsi2',
      'The documents of a dossier of which the same number, party and amount were said',
      ({ dossierId, ...said }) => {
        const print = factsPrint(said)
        return print === undefined ? undefined : `DOSSIER#${dossierId}#FACTS#${print}`
      },
      ({ documentId }) => documentId,
    ),
  },
})

/** That one of those named has still to approve a document (P-07): there as long as the document's `approvers` name them. */
export type AwaitedApproval = {
  readonly personId: string
  readonly dossierId: string
  readonly documentId: string
  readonly approvalId: string
  readonly since: string
}

/** Written and removed by `awaitApproval` and `stopAwaiting` alone, together with the document. */
export const AwaitedApprovals = record<AwaitedApproval>()({
  name: 'awaited-approval',
  holds: 'That somebody has still to approve a document: one item for each who is named, as long as they are.',
  key: ({ personId, documentId }: { personId: string; documentId: string }) => ({
    pk: `APPROVER#${personId}`,
    sk: `DOCUMENT#${documentId}`,
  }),
  by: {
    ofPerson: within<{ personId: string }>(
      'The documents that wait for the approval of one person, in whatever dossier',
      ({ personId }) => `APPROVER#${personId}`,
      'DOCUMENT#',
    ),
    ofPersonInDossier: indexed<AwaitedApproval, { dossierId: string; personId: string }>(
      'gsi1',
      'The documents of a dossier that wait for the approval of one person',
      ({ dossierId, personId }) => `DOSSIER#${dossierId}#APPROVER#${personId}`,
      ({ documentId }) => documentId,
    ),
  },
  trail: ({ dossierId }) => `DOSSIER#${dossierId}`,
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
  /** Of a restored version: the earlier one. */
  readonly restoredFrom?: string
  /** Where its bytes lie, of a version that has those of another: a restored one's, a copy's. */
  readonly storedKey?: string
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
    sameContent: indexed<DocumentVersion, Pick<DocumentVersion, 'dossierId' | 'sha256'> & { state?: VersionState }>(
      'gsi1',
      'The versions received in a dossier that have the same content, whatever their name and document',
      ({ dossierId, sha256, state = 'received' }) =>
        state === 'received' ? `DOSSIER#${dossierId}#CONTENT#${sha256}` : undefined,
      ({ versionId }) => versionId,
    ),
  },
})

/** Where the bytes of a version lie, in the documents bucket and in the archive alike: ids of ours, never a name. */
export const fileKey = ({ dossierId, documentId, versionId, storedKey }: OfFile): string =>
  storedKey ?? `dossiers/${dossierId}/${documentId}/${versionId}`

type OfFile = Pick<DocumentVersion, 'dossierId' | 'documentId' | 'versionId' | 'storedKey'>

/** What was read of the text of one version. */
export type DocumentText = {
  readonly dossierId: string
  readonly documentId: string
  readonly versionId: string
  /** `none`: its type holds no text that is read, or it has none. */
  readonly state: 'done' | 'none' | 'failed'
  readonly reason: TextFailure | null
  /** In UTF-16 units; `null` where there is no text, and so the next three. */
  readonly characters: number | null
  /** In bytes of UTF-8. */
  readonly length: number | null
  readonly sha256: string | null
  readonly storedVersionId: string | null
  /** Pages, slides or sheets, where the file has such. */
  readonly pages: number | null
  readonly at: string
}

export const DocumentTexts = record<DocumentText>()({
  name: 'document-text',
  holds: 'What was read of the text of a version: how much, or why not. The text itself lies in the documents bucket.',
  key: ({ documentId, versionId }: { documentId: string; versionId: string }) => ({
    pk: `DOCUMENT#${documentId}`,
    sk: `TEXT#${versionId}`,
  }),
  by: {},
})

/** Where the text of a version lies. */
export const textKey = ({ dossierId, documentId, versionId }: OfFile): string =>
  `dossiers/${dossierId}/${documentId}/${versionId}.text`

/** A small picture of one version. */
export type DocumentThumbnail = {
  readonly dossierId: string
  readonly documentId: string
  readonly versionId: string
  /** `none`: its type is no picture that is read, or it cannot be read as one. */
  readonly state: 'done' | 'none'
  /** In pixels; `null` where there is none, and so the next four. */
  readonly width: number | null
  readonly height: number | null
  /** In bytes of JPEG. */
  readonly length: number | null
  readonly sha256: string | null
  readonly storedVersionId: string | null
  readonly at: string
}

export const DocumentThumbnails = record<DocumentThumbnail>()({
  name: 'document-thumbnail',
  holds: 'Whether there is a small picture of a version, and how large. The picture lies in the documents bucket.',
  key: ({ documentId, versionId }: { documentId: string; versionId: string }) => ({
    pk: `DOCUMENT#${documentId}`,
    sk: `THUMBNAIL#${versionId}`,
  }),
  by: {},
})

/** Where the small picture of a version lies. */
export const thumbnailKey = ({ dossierId, documentId, versionId }: OfFile): string =>
  `dossiers/${dossierId}/${documentId}/${versionId}.thumbnail`

/** What changes with a move; a field set to `undefined` is removed. */
type Changes = {
  readonly [F in Exclude<keyof Document, 'state' | 'dossierId' | 'documentId'>]?: Document[F] | undefined
}

/** Changes a document's state; a move that is not declared is a fault of ours and nothing is written. */
export const moveDocument = (document: Stored<Document>, state: DocumentState, changes: Changes = {}): Write => {
  if (!mayMove(document.state, state)) throw new Error(`A document does not go from ${document.state} to ${state}.`)
  return update(Documents, document, { ...changes, state })
}
