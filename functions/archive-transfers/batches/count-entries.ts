import type { BatchEntry } from './records.ts'

/** How many documents of a batch stand where. */
export const countEntries = (entries: readonly BatchEntry[]) => {
  const of = (state: BatchEntry['state']): number => entries.filter((entry) => entry.state === state).length
  return {
    documents: entries.length,
    waiting: of('waiting'),
    sending: of('sending'),
    sent: of('sent'),
    refused: of('refused'),
    failed: of('failed'),
  }
}
