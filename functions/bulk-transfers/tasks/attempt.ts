import type { Stored } from '../../../shared/table/record.ts'
import { type BulkTransfer, isAtWork, type Outcome } from '../records.ts'

/** Which attempt of which bulk transfer a task works for. */
export type OfAttempt = { readonly bulkTransferId: string; readonly attempt: number }

/** Some of its dossiers, in order of their ids: those after one, up to another. */
export type Leg = OfAttempt & { readonly after: string | null; readonly upTo: string }

/** Whether an attempt still has a say: a newer one has not taken over, and the transfer has not ended. */
export const isCurrent = (
  transfer: Stored<BulkTransfer> | undefined,
  { attempt }: OfAttempt,
): transfer is Stored<BulkTransfer> => transfer !== undefined && transfer.attempt === attempt && isAtWork(transfer)

/** Whether an attempt still has to settle a dossier. */
export const isOpen = ({ state, attempt: settledIn }: Stored<Outcome>, { attempt }: OfAttempt): boolean =>
  state === 'planned' || (state === 'failed' && settledIn < attempt)
