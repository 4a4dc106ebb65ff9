/** Dossiers that move in one transaction, each with its outcome: wholly or not at all, and once (D-12). */
import { type DomainEvent, event } from '../../../shared/events.ts'
import type { AnyQuestion, Stored } from '../../../shared/table/record.ts'
import { perhaps, type Write } from '../../../shared/table/table.ts'
import { RequestClaims } from '../../access-requests/records.ts'
import {
  foundOf,
  moveDossiers,
  neededToMove,
  readOffers,
  wholeTo,
  withdrawOffers,
} from '../../dossiers/move-dossier.ts'
import type { Dossier, Naming } from '../../dossiers/records.ts'
import type { JobTools } from '../../kernel/job.ts'
import { type OfferClaim, OfferClaims } from '../../offers/records.ts'
import { OwnerRequestClaims } from '../../owner-requests/records.ts'
import { whyNotMove } from '../reasons.ts'
import { type BulkTransfer, BulkTransfers, type Outcome, Outcomes } from '../records.ts'
import { type Settled, settle } from '../settle.ts'
import { isCurrent, isOpen, type OfAttempt } from './attempt.ts'

const TRANSACTION_LIMIT = 100

/** `too many`: what all of them need does not fit into one transaction. */
export type Met = 'settled' | 'conflict' | 'too many' | 'too late'

/** Settles those that are still to do: moves each that can move at this moment, and names why the others cannot. */
export const moveTogether = async (
  dossierIds: readonly string[],
  leg: OfAttempt & Pick<BulkTransfer, 'fromId' | 'toId'>,
  tools: JobTools,
): Promise<Met> => {
  const { bulkTransferId, fromId, toId } = leg
  const read = (await tools.read({
    transfer: perhaps(BulkTransfers, { bulkTransferId }),
    ...neededToMove(
      fromId,
      dossierIds.map((dossierId) => ({ dossierId, to: toId })),
    ),
    ...Object.fromEntries(
      dossierIds.flatMap((dossierId) => [
        [`outcome ${dossierId}`, perhaps(Outcomes, { bulkTransferId, dossierId })],
        [`claim ${dossierId}`, perhaps(OfferClaims, { dossierId })],
      ]),
    ),
  })) as Readonly<Record<string, unknown>>
  const transfer = read.transfer as Stored<BulkTransfer> | undefined
  if (!isCurrent(transfer, leg)) return 'too late'

  const found = foundOf(read)
  const open = dossierIds.flatMap((dossierId): Settled[] => {
    const outcome = read[`outcome ${dossierId}`] as Stored<Outcome> | undefined
    if (outcome === undefined || !isOpen(outcome, leg)) return []
    return [{ outcome, reason: whyNotMove(found.dossier(dossierId), leg, found.person(toId)) ?? null }]
  })
  if (open.length === 0) return 'settled'
  const moving = open
    .filter(({ reason }) => reason === null)
    .map(({ outcome }) => found.dossier(outcome.dossierId) as Stored<Dossier>)
  const claims = moving.flatMap(({ dossierId }) => {
    const claim = read[`claim ${dossierId}`] as Stored<OfferClaim> | undefined
    return claim === undefined ? [] : [claim]
  })

  const named = namingOf(transfer, tools.now)
  const withdrawn = withdrawOffers(await readOffers(claims, tools.read), named)
  const moves = moving.map((dossier) => wholeTo(dossier, toId))
  const writes = [
    ...(moves.length === 0 ? [] : moveDossiers(fromId, moves, found, named)),
    ...withdrawn.writes,
    ...settle(transfer, open, tools.now),
  ]
  const events = [...withdrawn.events, ...(await tellOfRequests(leg, moving, tools))]
  if (itemsOf(writes, events) > TRANSACTION_LIMIT) return 'too many'
  const committed = await tools.act({ action: 'bulk-transfer.make', dossierId: null, writes, events })
  return committed === 'done' ? 'settled' : 'conflict'
}

/** The act and its reason, as each dossier that it moves remembers them. */
const namingOf = ({ bulkTransferId, askedBy, reason }: BulkTransfer, at: string): Naming => ({
  at,
  by: askedBy,
  bulkTransferId,
  reason,
})

/** The new owner is asked about the requests that wait in what is theirs now (D-13): told where there are any. */
const tellOfRequests = async (
  { fromId, toId }: Pick<BulkTransfer, 'fromId' | 'toId'>,
  moving: readonly Dossier[],
  { table }: JobTools,
): Promise<readonly DomainEvent[]> => {
  const waiting = async (question: AnyQuestion, dossiers: readonly Dossier[]): Promise<string[]> => {
    const found = await Promise.all(
      dossiers.map(async ({ dossierId }) => {
        const { items } = await table.list(question, { dossierId }, { limit: 1 })
        return items.length === 0 ? [] : [dossierId]
      }),
    )
    return found.flat()
  }
  const [owned, answered] = await Promise.all([
    waiting(OwnerRequestClaims.by.ofDossier, moving),
    waiting(
      RequestClaims.by.ofDossier,
      moving.filter(({ responsibleId, ownerId }) => responsibleId === ownerId),
    ),
  ])
  return owned.length + answered.length === 0
    ? []
    : [event('dossiers-handed-over', { from: fromId, to: toId, owned, answered })]
}

/** How many items the transaction takes: besides the writes, an audit entry for each trail, and each event. */
const itemsOf = (writes: readonly Write[], events: readonly DomainEvent[]): number => {
  const trails = writes.map(({ record, ...write }) =>
    record.trail?.(('item' in write ? write.item : write.before) as never),
  )
  return writes.length + new Set(trails).size + 1 + events.length
}
