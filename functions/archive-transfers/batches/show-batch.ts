import type { Language } from '../../../shared/people.ts'
import { countEntries } from './count-entries.ts'
import { sayReason } from './reasons.ts'
import type { BatchEntry, SendingBatch } from './records.ts'

/** A batch as people read it: how far it is, and what was not sent, by reason (P-09). Documents have ids here, no names. */
export const showBatch = (batch: SendingBatch, entries: readonly BatchEntry[], language: Language) => {
  const counts = countEntries(entries)
  const settled = counts.sent + counts.refused + counts.failed
  const notSent = Map.groupBy(
    entries.filter(({ state }) => state === 'refused' || state === 'failed'),
    ({ state, reason }) => `${state} ${reason}`,
  )
  return {
    ...batch,
    counts,
    // A batch of nothing is over at once.
    percent: entries.length === 0 ? (batch.endedAt === null ? 0 : 100) : Math.floor((100 * settled) / entries.length),
    notSent: [...notSent.values()].map((those) => {
      const { state, reason = 'interrupted' } = those[0] as BatchEntry
      return {
        state: state === 'refused' ? ('refused' as const) : ('failed' as const),
        reason: { code: reason, text: sayReason(reason, language) },
        documentIds: those.map(({ documentId }) => documentId),
      }
    }),
  }
}
