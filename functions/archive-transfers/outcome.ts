/** Where each document of a transfer stands. While it is at work the documents know; once ended, the transfer does. */
import type { Stored } from '../../shared/table/record.ts'
import { type Loaded, type Lookup, perhaps } from '../../shared/table/table.ts'
import { type Document, Documents } from '../documents/records.ts'
import { type FailureReason, failureReasons } from './failure-reasons.ts'
import type { Transfer, TransferDocument } from './records.ts'

/** A document of a transfer with its item; `item` is only read while it matters. */
export type Standing = TransferDocument & { readonly item: Stored<Document> | undefined }

type Read = <L extends Readonly<Record<string, Lookup>>>(
  lookups: L,
) => Promise<{ readonly [N in keyof L]: Loaded<L>[N] | undefined }>

/** Reads all documents of a transfer in one call and says where each stands. */
export const standingsOf = async (read: Read, { dossierId, transferId, documents }: Transfer): Promise<Standing[]> => {
  const items = await read(
    Object.fromEntries(documents.map(({ documentId }) => [documentId, perhaps(Documents, { dossierId, documentId })])),
  )
  return documents.map((document) => {
    const item = items[document.documentId]
    return { ...document, ...outcomeOf(item, transferId), item }
  })
}

/** A document only ever leaves a transfer by having been sent: then it may be in another, or have a newer version. */
const outcomeOf = (item: Document | undefined, transferId: string): Pick<TransferDocument, 'state' | 'reason'> => {
  if (item === undefined) return { state: 'failed', reason: 'source-missing' }
  if (item.transferId !== transferId) return { state: 'sent', reason: null }
  if (item.state === 'failed') return { state: 'failed', reason: reasonOf(item.failure) }
  return { state: item.state === 'sending' ? 'sending' : 'sent', reason: null }
}

const reasonOf = (failure: string | null): FailureReason =>
  failure !== null && failure in failureReasons ? (failure as FailureReason) : 'interrupted'
