import type { Revealed } from '../../shared/confidential-reads.ts'
import type { Language } from '../../shared/people.ts'
import type { AsLoaded, Tools } from '../kernel/handler.ts'
import { failureReasons } from './failure-reasons.ts'
import type { Standing } from './outcome.ts'
import type { Transfer, TransferDocument } from './records.ts'

/** Which of a sending's documents one may read, and which of these are confidential: an answer that names them reveals. */
export type Readable = { readonly documentIds: readonly string[]; readonly revealed: readonly Revealed[] }

type Asking = Pick<Tools, 'may'> &
  Required<Pick<AsLoaded, 'dossier'>> &
  Pick<AsLoaded, 'access' | 'share' | 'assignment'>

/** Decides on each document of a sending as it is now: a mark that came after the sending hides its name as well (D-09). */
export const readableOf = (
  { may, dossier, access, share, assignment }: Asking,
  standings: readonly Standing[],
): Readable => {
  const readable = standings.flatMap(({ item }) =>
    item !== undefined && may('document.read', { dossier, access, share, assignment, document: item }) ? [item] : [],
  )
  const confidential = readable.filter((item) => dossier.confidential === true || item.confidential === true)
  return {
    documentIds: readable.map(({ documentId }) => documentId),
    revealed: confidential.map(({ documentId }) => ({ kind: 'document', id: documentId })),
  }
}

/** A transfer as people read it, with the reasons in their language, and the names of what they may read. */
export const showTransfer = (
  transfer: Transfer,
  documents: readonly TransferDocument[],
  language: Language,
  readable: Pick<Readable, 'documentIds'>,
) => ({
  ...transfer,
  percent: Math.floor((100 * documents.filter(({ state }) => state === 'sent').length) / documents.length),
  documents: documents.map(({ reason, name, ...document }) => ({
    ...document,
    name: readable.documentIds.includes(document.documentId) ? name : null,
    reason: reason === null ? null : { code: reason, text: failureReasons[reason][language] },
  })),
})
