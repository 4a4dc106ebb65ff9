/** Batches of sendings in a town, told with the writes that put them into the table. */
import {
  BatchParts,
  partsOf,
  type SendingBatch,
  SendingBatches,
} from '../../functions/archive-transfers/batches/records.ts'
import type { Person } from '../../shared/people.ts'
import type { NewId } from '../../shared/ports/ids.ts'
import { create } from '../../shared/table/table.ts'

export const batchesInTown = (town: {
  readonly now: string
  readonly newId: NewId
  readonly clientAdministrator: Person
}) => ({
  /** A batch of some documents, none of which was there any more. */
  sendingBatch: ({ dossierId }: { readonly dossierId: string }, size = 3) => {
    const { now, newId, clientAdministrator } = town
    const batch: SendingBatch = {
      dossierId,
      batchId: newId(),
      scope: 'named',
      askedBy: clientAdministrator.personId,
      askedAt: now,
      by: clientAdministrator.personId,
      state: 'failed-in-part',
      attempt: 1,
      attemptAt: now,
      documents: size,
      isPlanned: true,
      leavesMore: false,
      endedAt: now,
    }
    const parts = partsOf(batch, Array.from({ length: size }, newId)).map((part) => ({
      ...part,
      entries: part.entries.map((entry) => ({ ...entry, state: 'refused', reason: 'not-found', attempt: 1 }) as const),
    }))
    return {
      batch,
      writes: [create(SendingBatches, batch), ...parts.map((part) => create(BatchParts, part))],
    }
  },
})
