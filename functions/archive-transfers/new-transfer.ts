import { type DomainEvent, event } from '../../shared/events.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, type Write } from '../../shared/table/table.ts'
import { type Document, moveDocument } from '../documents/records.ts'
import { type Transfer, type TransferDocument, Transfers } from './records.ts'

type Asked = Pick<Transfer, 'dossierId' | 'transferId' | 'askedBy' | 'askedAt' | 'automatic' | 'batchId'>

/** A sending of documents that may be sent: all of them begin together, and none is called sent before it is verified. */
export const newTransfer = (
  asked: Asked,
  documents: readonly Stored<Document>[],
): { readonly transfer: Transfer; readonly writes: readonly Write[]; readonly events: readonly DomainEvent[] } => {
  const { dossierId, transferId, askedAt } = asked
  const transfer: Transfer = {
    ...asked,
    state: 'sending',
    attempt: 1,
    documents: documents.map(asPartOfTransfer),
    activeAt: askedAt,
    endedAt: null,
  }
  return {
    transfer,
    writes: [create(Transfers, transfer), ...documents.map((one) => moveDocument(one, 'sending', { transferId }))],
    events: [event('transfer-asked', { dossierId, transferId, attempt: 1 })],
  }
}

const asPartOfTransfer = ({
  documentId,
  currentVersionId,
  name,
  contentType,
  length,
  sha256,
}: Document): TransferDocument => ({
  documentId,
  versionId: currentVersionId as string,
  name,
  contentType,
  length,
  sha256,
  state: 'sending',
  reason: null,
})
