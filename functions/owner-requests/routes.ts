import * as z from 'zod/mini'
import { organisation } from '../../shared/contract/resource.ts'
import { route } from '../../shared/contract/route.ts'
import { cursor, id, limit, lines, nothing, pageOf, time } from '../../shared/contract/schemas.ts'
import { labels } from '../dossiers/contents.ts'
import { dossier } from '../dossiers/resource.ts'
import { ownerRequestStates, wishes } from './records.ts'
import { card, ownerRequest } from './resource.ts'

const access = z.enum(['read', 'write'])

/** What anybody sees of a dossier whom the organisation lets meet it: nothing of the client, nothing of the content. */
export const CardView = z.object({
  dossierId: id,
  number: z.int(),
  ownerId: id,
  ownerName: z.string(),
  state: z.enum(['active', 'closed', 'archived']),
  label: z.enum(labels),
  /** The reader's own request to the owner that is still pending. */
  requestId: z.nullable(id),
})

export const OwnerRequestView = z.object({
  requestId: id,
  dossierId: id,
  requestedBy: id,
  wants: z.enum(wishes),
  /** How far the share that is asked for goes; null where a transfer is. */
  access: z.nullable(access),
  message: z.nullable(z.string()),
  state: z.enum(ownerRequestStates),
  askedAt: time,
  expiresAt: time,
  /** How it ended; `by` is null when it expired, `offerId` names the offer that a granted transfer began with. */
  outcome: z.nullable(
    z.object({ by: z.nullable(id), at: time, reason: z.nullable(z.string()), offerId: z.nullable(id) }),
  ),
})

export const routes = {
  readCard: route('GET /v1/dossiers/{dossierId}/card', {
    summary: 'See the card of a dossier: its number, its owner, and whether one asked for it already',
    action: 'dossier.meet',
    on: card,
    input: nothing,
    output: CardView,
    uses: { table: 'read' },
  }),
  findCard: route('GET /v1/dossier-cards', {
    summary: 'Find the card of a dossier by its number',
    description: 'A dossier that one may not meet is answered like none.',
    action: 'dossier.list',
    on: organisation,
    input: z.strictObject({ number: z.coerce.number().check(z.int(), z.gte(1)) }),
    output: z.object({ items: z.array(CardView) }),
    uses: { table: 'read' },
  }),
  askOwner: route('POST /v1/dossiers/{dossierId}/owner-requests', {
    summary: 'Ask the owner of a dossier for a share or a transfer',
    action: 'owner-request.make',
    on: card,
    input: z
      .strictObject({
        wants: z.enum(wishes),
        /** To read, unless said; of a share alone. */
        access: z.optional(access),
        message: z.optional(lines(1000)),
      })
      .check(
        z.refine(({ wants, access: wanted }) => wants === 'share' || wanted === undefined, {
          error: 'A transfer is of the whole dossier: it has no access.',
          path: ['access'],
        }),
      ),
    output: OwnerRequestView,
    status: 201,
    problems: ['already-asked', 'already-shared', 'requester-not-eligible', 'conflict'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  listOwnerRequests: route('GET /v1/dossiers/{dossierId}/owner-requests', {
    summary: 'List who asks for a share or a transfer of a dossier, newest first',
    action: 'owner-request.list',
    on: dossier,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(z.extend(OwnerRequestView, { requestedByName: z.string() })),
    uses: { table: 'read' },
  }),
  readOwnerRequest: route('GET /v1/dossiers/{dossierId}/owner-requests/{ownerRequestId}', {
    summary: 'See what became of a request to the owner',
    action: 'owner-request.read',
    on: ownerRequest,
    input: nothing,
    output: OwnerRequestView,
    uses: { table: 'read' },
  }),
  withdrawOwnerRequest: route('POST /v1/dossiers/{dossierId}/owner-requests/{ownerRequestId}/withdrawal', {
    summary: 'Withdraw a request to the owner',
    action: 'owner-request.withdraw',
    on: ownerRequest,
    input: nothing,
    output: OwnerRequestView,
    problems: ['conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  grantOwnerRequest: route('POST /v1/dossiers/{dossierId}/owner-requests/{ownerRequestId}/granting', {
    summary: 'Grant a request: a share is given at once, a transfer begins with an offer to whoever asked',
    action: 'owner-request.answer',
    on: ownerRequest,
    /** How far and until when a share goes is the owner's choice; as it was asked for, unless said. */
    input: z.strictObject({ access: z.optional(access), until: z.optional(z.nullable(time)) }),
    output: OwnerRequestView,
    problems: ['end-not-in-future', 'requester-not-eligible', 'offer-pending', 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  refuseOwnerRequest: route('POST /v1/dossiers/{dossierId}/owner-requests/{ownerRequestId}/refusal', {
    summary: 'Refuse a request to the owner, with the reason',
    action: 'owner-request.answer',
    on: ownerRequest,
    input: z.strictObject({ reason: lines(1000) }),
    output: OwnerRequestView,
    problems: ['conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
}
