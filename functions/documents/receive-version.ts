import { type DomainEvent, event } from '../../shared/events.ts'
import type { Stored } from '../../shared/table/record.ts'
import { update, type Write } from '../../shared/table/table.ts'
import { type Document, type DocumentVersion, DocumentVersions, moveDocument } from './records.ts'
import { mayMove } from './states.ts'

type Came = {
  readonly document: Stored<Document>
  readonly version: Stored<DocumentVersion>
  /** The object version that was found to be as announced, and what its first bytes tell. */
  readonly found: { readonly storedVersionId: string | null; readonly detectedType: string }
  readonly now: string
}

type Received = {
  readonly received: DocumentVersion
  readonly writes: readonly Write[]
  readonly events: readonly DomainEvent[]
}

/** An older version whose bytes come late does not take the place of a newer one: ids sort by time. */
const isOvertaken = ({ currentVersionId }: Document, { versionId }: DocumentVersion): boolean =>
  currentVersionId !== null && currentVersionId > versionId

/** Whether a version may come now: none comes between while its document is being sent, or waits for approval. */
export const mayReceive = (document: Document, version: DocumentVersion): boolean =>
  isOvertaken(document, version) || mayMove(document.state, 'received')

/** A version has come as it was announced: it is received, and becomes the current one unless a newer one is (P-06). */
export const receiveVersion = ({ document, version, found, now }: Came): Received => {
  const changes = { ...found, state: 'received', receivedAt: now } as const
  const received: DocumentVersion = { ...version, ...changes }
  const { dossierId, documentId, versionId } = version
  return {
    received,
    writes: [
      update(DocumentVersions, version, changes),
      ...(isOvertaken(document, version) ? [] : [makeCurrent(document, received)]),
    ],
    events: [event('document-received', { dossierId, documentId, versionId })],
  }
}

/**
 * A document is what its current version is. It starts over: what was said of it stays, but an approval was of the bytes
 * that were there before (P-07).
 */
export const makeCurrent = (
  document: Stored<Document>,
  { versionId, name, contentType, detectedType, length, sha256 }: DocumentVersion,
): Write =>
  moveDocument(document, 'received', {
    currentVersionId: versionId,
    name,
    contentType,
    ...(detectedType === undefined ? {} : { detectedType }),
    length,
    sha256,
    transferId: null,
    approval: undefined,
    approvers: undefined,
  })
