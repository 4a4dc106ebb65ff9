import { event } from '../../../shared/events.ts'
import { type Problem, problem } from '../../../shared/problems.ts'
import { create } from '../../../shared/table/table.ts'
import { type Document, moveDocument } from '../../documents/records.ts'
import { type DocumentState, documentStates } from '../../documents/states.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type Transfer, type TransferDocument, Transfers } from '../records.ts'
import type { routes } from '../routes.ts'
import { showTransfer } from '../show-transfer.ts'

/** Asks for documents to be sent: all begin together, and none is called sent before it is verified (P-09). */
export const sendDocuments: Handler<typeof routes.sendDocuments> = (context) => {
  const { actor, dossier, each, language, now, newId } = context
  const documents = each.map(({ document }) => document)
  const fault = faultOf(documents, language)
  if (fault !== undefined) return fault

  const transfer: Transfer = {
    dossierId: dossier.dossierId,
    transferId: newId(),
    state: 'sending',
    attempt: 1,
    documents: documents.map(asPartOfTransfer),
    askedBy: actor.personId,
    askedAt: now,
    activeAt: now,
    endedAt: null,
  }
  const { dossierId, transferId, attempt } = transfer
  return {
    // Whoever sends a document may read it: each was decided on.
    view: showTransfer(transfer, transfer.documents, language, {
      documentIds: documents.map(({ documentId }) => documentId),
    }),
    version: 1,
    writes: [create(Transfers, transfer), ...documents.map((one) => moveDocument(one, 'sending', { transferId }))],
    events: [event('transfer-asked', { dossierId, transferId, attempt })],
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

/** What a document may be sent from; what a rule covers, only once it is approved (P-07). */
const sendable: readonly DocumentState[] = ['received', 'in-process', 'approved']

const problemOf = {
  'awaiting-upload': 'upload-not-complete',
  'to-approve': 'document-in-approval',
  rejected: 'document-rejected',
  sending: 'document-in-transfer',
  failed: 'document-in-transfer',
  sent: 'already-sent',
  archived: 'already-sent',
  replaced: 'document-replaced',
  quarantined: 'document-quarantined',
} as const satisfies Record<Exclude<DocumentState, 'received' | 'in-process' | 'approved'>, Problem['problem']>

/** The first document that cannot be sent names the problem; each one is pointed at with its state. */
const faultOf = (documents: readonly Document[], language: 'en' | 'fr'): Problem | undefined => {
  const errors = documents.flatMap(({ state }, at) =>
    sendable.includes(state) ? [] : [{ pointer: `#/documentIds/${at}`, detail: documentStates[state][language] }],
  )
  const first = documents.find(({ state }) => !sendable.includes(state))?.state
  return first === undefined ? undefined : problem(problemOf[first as keyof typeof problemOf], { errors })
}
