import type { Language } from '../../shared/people.ts'
import { failureReasons } from './failure-reasons.ts'
import type { Transfer, TransferDocument } from './records.ts'

/** A transfer as people read it, with the reasons in their language. */
export const showTransfer = (transfer: Transfer, documents: readonly TransferDocument[], language: Language) => ({
  ...transfer,
  percent: Math.floor((100 * documents.filter(({ state }) => state === 'sent').length) / documents.length),
  documents: documents.map(({ reason, ...document }) => ({
    ...document,
    reason: reason === null ? null : { code: reason, text: failureReasons[reason][language] },
  })),
})
