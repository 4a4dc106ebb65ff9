/**
 * What it costs to send documents, by themselves and in batches: both workflows with their real tasks over tables in
 * memory, so that calls and capacity are counted, not timed (P-09).
 */
import { performance } from 'node:perf_hooks'
import { batching } from '../test/batching.ts'
import { countCalls } from './operations/count-calls.ts'

export const SENT = [1, 40, 200, 1000]

/** All but the count and the time are for one document. */
export type SendingFigures = {
  readonly documents: number
  readonly transfers: number
  readonly seconds: number
  readonly calls: number
  readonly readUnits: number
  readonly writeUnits: number
}

export const measureSending = async (): Promise<readonly SendingFigures[]> => {
  const figures: SendingFigures[] = []
  for (const documents of SENT) {
    const counters: ReturnType<typeof countCalls>[] = []
    const it = batching(documents, {
      broken: (table) => {
        const counting = countCalls(table)
        counters.push(counting)
        return { ...table, ...counting.table }
      },
    })
    const begun = performance.now()
    await it.execute()
    const seconds = (performance.now() - begun) / 1000
    if (it.archived().length !== documents) throw new Error('Not every document arrived.')
    const [counter] = counters
    if (counter === undefined) throw new Error('Nothing was counted.')
    const { calls, readUnits, writeUnits } = counter.counted()
    const each = (sum: number): number => Math.round((10 * sum) / documents) / 10
    figures.push({
      documents,
      transfers: it.transfers().length,
      seconds,
      calls: each(calls),
      readUnits: each(readUnits),
      writeUnits: each(writeUnits),
    })
  }
  return figures
}
