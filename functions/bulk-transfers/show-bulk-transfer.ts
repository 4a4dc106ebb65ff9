import type { Language } from '../../shared/people.ts'
import { type Reason, reasons } from './reasons.ts'
import { type BulkTransfer, isAtWork } from './records.ts'

/** A bulk transfer as people read it, with how far it is (D-12). */
export const showBulkTransfer = (transfer: BulkTransfer) => {
  const { dossiers, moved, failed } = transfer.counts
  const nothingToDo = transfer.isPlanned && !isAtWork(transfer) ? 100 : 0
  return {
    ...transfer,
    counts: { dossiers, planned: dossiers - moved - failed, moved, failed },
    percent: dossiers === 0 ? nothingToDo : Math.floor((100 * (moved + failed)) / dossiers),
    asOf: transfer.activeAt,
  }
}

/** A reason with its words. */
export const showReason = (reason: Reason | null, language: Language) =>
  reason === null ? null : { code: reason, text: reasons[reason][language] }
