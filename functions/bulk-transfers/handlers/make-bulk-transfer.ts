import { event } from '../../../shared/events.ts'
import { People } from '../../../shared/people.ts'
import { isProblem, problem } from '../../../shared/problems.ts'
import { create, require } from '../../../shared/table/table.ts'
import { type Dossier, Dossiers } from '../../dossiers/records.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type BulkTransfer, BulkTransfers, NamedDossiersOf } from '../records.ts'
import type { routes } from '../routes.ts'
import { showBulkTransfer } from '../show-bulk-transfer.ts'
import { whoBetween } from '../who-between.ts'

/** Whether the first of somebody's dossiers hold an active one: of more, the plan finds out. */
const LOOK = 25

/** Asks for dossiers to move to another practitioner, without anybody's acceptance (D-12). */
export const makeBulkTransfer: Handler<typeof routes.makeBulkTransfer> = async ({
  actor,
  input,
  read,
  list,
  now,
  newId,
}) => {
  const { fromId, toId, dossierIds, reason } = input
  const [between, first] = await Promise.all([
    whoBetween(input, read),
    dossierIds === undefined ? list<Dossier>(Dossiers.by.owned, { ownerId: fromId }, { limit: LOOK }) : undefined,
  ])
  if (isProblem(between)) return between
  const noneIsActive = first?.cursor === null && first.items.every(({ state }) => state !== 'active')
  if (noneIsActive) return problem('nothing-to-transfer')

  const bulkTransferId = newId()
  const transfer: BulkTransfer = {
    bulkTransferId,
    fromId,
    toId,
    reason,
    scope: dossierIds === undefined ? 'all' : 'named',
    askedBy: actor.personId,
    askedAt: now,
    state: 'planned',
    attempt: 1,
    attemptAt: now,
    plannedUpTo: null,
    isPlanned: false,
    counts: { dossiers: 0, moved: 0, failed: 0 },
    activeAt: now,
    endedAt: null,
  }
  return {
    view: showBulkTransfer(transfer),
    version: 1,
    writes: [
      create(BulkTransfers, transfer),
      ...(dossierIds === undefined
        ? []
        : [create(NamedDossiersOf, { bulkTransferId, dossierIds: [...dossierIds].sort() })]),
      // Whoever is deactivated at the same moment is transferred nothing.
      require(People, between.recipient),
    ],
    events: [event('bulk-transfer-asked', { bulkTransferId, attempt: 1 })],
  }
}
