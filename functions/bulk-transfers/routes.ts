import * as z from 'zod/mini'
import { organisation } from '../../shared/contract/resource.ts'
import { route } from '../../shared/contract/route.ts'
import { cursor, id, limit, lines, nothing, pageOf, time } from '../../shared/contract/schemas.ts'
import { reasonNames } from './reasons.ts'
import { bulkTransferStates, outcomeStates } from './records.ts'
import { bulkTransfer } from './resource.ts'

/** How many dossiers a coordinator names one by one; without names all active ones move, however many there are. */
const MOST_NAMED = 500
/** As many dossiers as one BatchGetItem brings with whether each is offered. */
const pageOfDryRun = z._default(z.int().check(z.gte(1), z.lte(50)), 50)

const between = {
  fromId: id,
  toId: id,
  /** Without them: all active dossiers of the giver. */
  dossierIds: z.optional(
    z.array(id).check(
      z.minLength(1),
      z.maxLength(MOST_NAMED),
      z.refine((ids) => new Set(ids).size === ids.length, { error: 'A dossier is named once.' }),
    ),
  ),
}

const reason = z.nullable(z.object({ code: z.enum(reasonNames), text: z.string() }))

export const BulkTransferView = z.object({
  bulkTransferId: id,
  fromId: id,
  toId: id,
  reason: z.string(),
  scope: z.enum(['all', 'named']),
  state: z.enum(bulkTransferStates),
  attempt: z.int(),
  /** `planned`: those still to move. All four are exact at the moment of `asOf`. */
  counts: z.object({ dossiers: z.int(), planned: z.int(), moved: z.int(), failed: z.int() }),
  /** How many of its dossiers are moved or failed, in whole percent. */
  percent: z.int(),
  asOf: time,
  askedBy: id,
  askedAt: time,
  endedAt: z.nullable(time),
})

const OutcomeView = z.object({
  dossierId: id,
  number: z.nullable(z.int()),
  state: z.enum(outcomeStates),
  reason,
  at: time,
})

const problems = ['not-found', 'recipient-is-giver', 'recipient-not-eligible', 'nothing-to-transfer'] as const

export const routes = {
  dryRunBulkTransfer: route('POST /v1/bulk-transfers/dry-runs', {
    summary: 'See which dossiers a transfer would move, and why it would not move others',
    description: 'Writes nothing. What it shows may have changed by the time of the transfer, which looks again.',
    action: 'bulk-transfer.make',
    on: organisation,
    input: z.strictObject({ ...between, limit: pageOfDryRun, cursor }),
    given: ({ toId }) => ({ successors: [toId] }),
    output: z.extend(
      pageOf(
        z.object({
          dossierId: id,
          number: z.nullable(z.int()),
          moves: z.boolean(),
          reason,
          /** A pending offer of it would end as withdrawn. */
          endsOffer: z.boolean(),
        }),
      ),
      {
        /** How many dossiers the giver owns in all, or how many were named; and what would become of those of the page. */
        counts: z.object({ dossiers: z.int(), move: z.int(), stay: z.int() }),
      },
    ),
    problems,
    uses: { table: 'read' },
  }),
  makeBulkTransfer: route('POST /v1/bulk-transfers', {
    summary: 'Transfer dossiers of one practitioner to another, all active ones or those named',
    description:
      'It needs no acceptance. Each dossier moves wholly or not at all, and once; what does not move is named with its reason.',
    action: 'bulk-transfer.make',
    on: organisation,
    input: z.strictObject({ ...between, reason: lines(500) }),
    given: ({ toId }) => ({ successors: [toId] }),
    output: BulkTransferView,
    status: 202,
    problems: [...problems, 'conflict'],
    uses: { table: 'write' },
  }),
  listBulkTransfers: route('GET /v1/bulk-transfers', {
    summary: 'List the transfers of dossiers by coordinators, newest first',
    action: 'bulk-transfer.read',
    on: organisation,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(BulkTransferView),
    uses: { table: 'read' },
  }),
  readBulkTransfer: route('GET /v1/bulk-transfers/{bulkTransferId}', {
    summary: 'See how far a transfer of dossiers is',
    action: 'bulk-transfer.read',
    on: bulkTransfer,
    input: nothing,
    output: BulkTransferView,
    uses: { table: 'read' },
  }),
  listBulkTransferDossiers: route('GET /v1/bulk-transfers/{bulkTransferId}/dossiers', {
    summary: 'List the dossiers of a transfer with what became of each, and why',
    action: 'bulk-transfer.read',
    on: bulkTransfer,
    input: z.strictObject({ state: z.optional(z.enum(outcomeStates)), limit, cursor }),
    output: pageOf(OutcomeView),
    uses: { table: 'read' },
  }),
  resumeBulkTransfer: route('POST /v1/bulk-transfers/{bulkTransferId}/resumption', {
    summary: 'Try again to move what failed or was not done; what was moved stays moved',
    action: 'bulk-transfer.resume',
    on: bulkTransfer,
    input: nothing,
    output: BulkTransferView,
    status: 202,
    problems: ['bulk-transfer-not-failed', 'recipient-not-eligible', 'conflict'],
    uses: { table: 'write' },
    repeatable: true,
  }),
}
