import { indexed, record, within } from '../../shared/table/record.ts'
import type { Reason } from './reasons.ts'

export const bulkTransferStates = ['planned', 'running', 'done', 'done-with-failures', 'failed'] as const
export type BulkTransferState = (typeof bulkTransferStates)[number]

/** How many dossiers there are to move, and what became of them so far: those left are neither moved nor failed. */
export type Counts = { readonly dossiers: number; readonly moved: number; readonly failed: number }

/** A coordinator moves dossiers of one practitioner to another, in one act (D-12). */
export type BulkTransfer = {
  readonly bulkTransferId: string
  readonly fromId: string
  readonly toId: string
  /** Copied into the record of each dossier that it moves. */
  readonly reason: string
  /** All active dossiers that the giver has when the plan is made, or those that the coordinator named. */
  readonly scope: 'all' | 'named'
  readonly askedBy: string
  readonly askedAt: string
  readonly state: BulkTransferState
  /** Counts the executions begun for it; an older one has no say any more. */
  readonly attempt: number
  readonly attemptAt: string
  /** The last dossier that is in the plan, and whether all are: the plan goes on from there after a fault. */
  readonly plannedUpTo: string | null
  readonly isPlanned: boolean
  /** Exact at every moment: each change is in the transaction that moves, or fails, what is counted. */
  readonly counts: Counts
  /** When anything changed last. */
  readonly activeAt: string
  readonly endedAt: string | null
}

export const BulkTransfers = record<BulkTransfer>()({
  name: 'bulk-transfer',
  holds:
    'One act by which a coordinator moves dossiers of a practitioner to another: why, how far it is, how it ended.',
  key: ({ bulkTransferId }: { bulkTransferId: string }) => ({
    pk: `BULK-TRANSFER#${bulkTransferId}`,
    sk: 'BULK-TRANSFER',
  }),
  by: {
    all: indexed<BulkTransfer, object>(
      'gsi1',
      'The transfers of dossiers by coordinators, oldest first',
      () => 'BULK-TRANSFERS',
      ({ bulkTransferId }) => bulkTransferId,
    ),
    atWork: indexed<BulkTransfer, { state?: BulkTransferState }>(
      'gsi2',
      'The transfers of dossiers at work, by when their latest attempt was asked for',
      ({ state = 'running' }) => (isAtWork({ state }) ? 'BULK-TRANSFERS-AT-WORK' : undefined),
      ({ attemptAt, bulkTransferId }) => `${attemptAt}#${bulkTransferId}`,
    ),
  },
})

export const isAtWork = ({ state }: Pick<BulkTransfer, 'state'>): boolean => state === 'planned' || state === 'running'

/** The dossiers that the coordinator named, in order of their ids. */
export type NamedDossiers = { readonly bulkTransferId: string; readonly dossierIds: readonly string[] }

export const NamedDossiersOf = record<NamedDossiers>()({
  name: 'bulk-transfer-named',
  holds: 'The dossiers that a coordinator named for a transfer, where it is not of all.',
  key: ({ bulkTransferId }: { bulkTransferId: string }) => ({ pk: `BULK-TRANSFER#${bulkTransferId}`, sk: 'NAMED' }),
  by: {},
})

export const outcomeStates = ['planned', 'moved', 'failed'] as const
export type OutcomeState = (typeof outcomeStates)[number]

/**
 * What becomes of one dossier of a bulk transfer. It changes to `moved` in the transaction that moves the dossier, on the
 * version that was read: so a dossier moves once, whatever is repeated, and none is called moved that is not.
 */
export type Outcome = {
  readonly bulkTransferId: string
  readonly dossierId: string
  /** The dossier's number; `null` where a dossier was named that does not exist. */
  readonly number: number | null
  readonly state: OutcomeState
  readonly reason: Reason | null
  /** The attempt that it was settled in: what failed in an earlier one is still to do. */
  readonly attempt: number
  readonly at: string
}

export const Outcomes = record<Outcome>()({
  name: 'bulk-transfer-outcome',
  holds: 'What became of one dossier of a bulk transfer: planned, moved, or failed and why.',
  key: ({ bulkTransferId, dossierId }: { bulkTransferId: string; dossierId: string }) => ({
    pk: `BULK-TRANSFER#${bulkTransferId}`,
    sk: `DOSSIER#${dossierId}`,
  }),
  by: {
    ofTransfer: within<{ bulkTransferId: string }>(
      'The dossiers of a bulk transfer, with what became of each',
      ({ bulkTransferId }) => `BULK-TRANSFER#${bulkTransferId}`,
      'DOSSIER#',
    ),
    inState: indexed<Outcome, { bulkTransferId: string; state: OutcomeState }>(
      'gsi1',
      'The dossiers of a bulk transfer that were moved, that failed, or that are still to move',
      ({ bulkTransferId, state }) => `BULK-TRANSFER#${bulkTransferId}#${state}`,
      ({ dossierId }) => dossierId,
    ),
  },
  trail: ({ dossierId }) => `DOSSIER#${dossierId}`,
})

/** The place of a dossier among those of a bulk transfer: where a list of them goes on, or ends. */
export const placeOf = (dossierId: string): string => `DOSSIER#${dossierId}`
