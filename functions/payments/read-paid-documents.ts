import { type Problem, problem } from '../../shared/problems.ts'
import { perhaps } from '../../shared/table/table.ts'
import { type Document, Documents } from '../documents/records.ts'
import type { Tools } from '../kernel/handler.ts'
import type { PaymentFile } from './records.ts'
import { seesDocument, type Ties } from './sees-document.ts'

/** The documents of a payment file, as they are now: it is there for whoever may see every one of them. */
export const readPaidDocuments = async (
  { dossierId, payments }: PaymentFile,
  ties: Ties,
  { read, may }: Pick<Tools, 'read' | 'may'>,
): Promise<readonly Document[] | Problem> => {
  const found = (await read(
    Object.fromEntries(payments.map(({ documentId }) => [documentId, perhaps(Documents, { dossierId, documentId })])),
  )) as Readonly<Record<string, Document | undefined>>
  const documents = Object.values(found).filter((document) => document !== undefined)
  return documents.length === payments.length && documents.every((document) => seesDocument(may, ties, document))
    ? documents
    : problem('not-found')
}
