import type { Events } from '../../shared/events.ts'
import { create, perhaps, remove, type Write } from '../../shared/table/table.ts'
import { Documents } from '../documents/records.ts'
import { type JobTools, TryAgain } from '../kernel/job.ts'
import { isPayable, payableOf } from './payable-of.ts'
import { Payables, PaymentClaims } from './records.ts'

type Told = Pick<Events['document-ready'], 'dossierId' | 'documentId'>

/**
 * Told that a document is ready or archived, notes that it is to be paid, as it is at that moment: so that proposals are
 * found without looking through all documents. What is in a payment file is not proposed again; told twice, nothing
 * changes (P-04).
 */
export const notePayable = async ({ dossierId, documentId }: Told, { read, act, now }: JobTools): Promise<void> => {
  const { document, payable, claim } = await read({
    document: perhaps(Documents, { dossierId, documentId }),
    payable: perhaps(Payables, { dossierId, documentId }),
    claim: perhaps(PaymentClaims, { dossierId, documentId }),
  })
  if (document === undefined || claim !== undefined) return
  const writes: Write[] = []
  if (isPayable(document)) {
    const noted = payableOf(document, payable?.notedAt ?? now)
    if (payable === undefined) writes.push(create(Payables, noted))
    else if (isOther(payable, noted)) writes.push({ op: 'replace', record: Payables, before: payable, item: noted })
  } else if (payable !== undefined && document.kind !== 'purchase') writes.push(remove(Payables, payable))
  if (writes.length === 0) return
  if ((await act({ action: 'payment.use', dossierId, writes })) === 'conflict')
    throw new TryAgain('The document was paid or noted at the same moment.')
}

const isOther = ({ version: _, ...before }: { readonly version: number }, noted: object): boolean =>
  Object.keys({ ...before, ...noted }).some(
    (field) =>
      JSON.stringify((before as Record<string, unknown>)[field]) !==
      JSON.stringify((noted as Record<string, unknown>)[field]),
  )
