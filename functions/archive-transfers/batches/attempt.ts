import type { Stored } from '../../../shared/table/record.ts'
import { type Lookup, perhaps } from '../../../shared/table/table.ts'
import type { JobTools } from '../../kernel/job.ts'
import { type BatchEntry, type BatchPart, BatchParts, isAtWork, partCount, type SendingBatch } from './records.ts'

/** Which attempt of which batch a task works for. */
export type OfBatch = { readonly dossierId: string; readonly batchId: string; readonly attempt: number }
/** One part of it, and how often its transfer was looked after. */
export type OfPart = OfBatch & { readonly part: number; readonly looks?: number }

/** Whether an attempt still has a say: a newer one has not taken over, and the batch has not ended. */
export const isCurrent = (
  batch: Stored<SendingBatch> | undefined,
  { attempt }: Pick<OfBatch, 'attempt'>,
): batch is Stored<SendingBatch> => batch !== undefined && batch.attempt === attempt && isAtWork(batch)

/** Whether an attempt still has to settle a document: what an earlier one could not send is tried again. */
export const isOpen = ({ state, attempt: settledIn = 0 }: BatchEntry, attempt: number): boolean =>
  state === 'waiting' || state === 'sending' || (state !== 'sent' && settledIn < attempt)

/** All parts of a batch, in one call. */
export const readParts = async (
  batch: Pick<SendingBatch, 'batchId' | 'documents'>,
  read: JobTools['read'],
): Promise<readonly Stored<BatchPart>[]> => {
  const { batchId } = batch
  const lookups = Array.from({ length: partCount(batch) }, (_, part): [string, Lookup] => [
    `part ${part}`,
    perhaps(BatchParts, { batchId, part }),
  ])
  if (lookups.length === 0) return []
  const found = (await read(Object.fromEntries(lookups))) as Readonly<Record<string, Stored<BatchPart> | undefined>>
  return lookups.flatMap(([name]) => found[name] ?? [])
}
