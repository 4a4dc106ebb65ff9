import * as z from 'zod/mini'
import { organisation } from '../../shared/contract/resource.ts'
import { route } from '../../shared/contract/route.ts'
import { cursor, id, limit, lines, nothing, pageOf, time } from '../../shared/contract/schemas.ts'
import { labels } from '../dossiers/contents.ts'
import { LONGEST_OFFER_DAYS, OFFER_DAYS } from './offer-times.ts'
import { OfferClaims, Offers, offerStates, offerSteps } from './records.ts'
import { offer, offeredDossier, recipient } from './resource.ts'

const person = z.object({ personId: id, name: z.string() })

const OfferSummary = z.object({
  offerId: id,
  dossierId: id,
  giver: person,
  recipient: person,
  message: z.nullable(z.string()),
  state: z.enum(offerStates),
  offeredAt: time,
  expiresAt: time,
  /** How it ended; `by` is null when it expired. */
  outcome: z.nullable(z.object({ by: z.nullable(id), at: time, reason: z.nullable(z.string()) })),
  dossier: z.object({
    number: z.int(),
    /** Null when the dossier is confidential, and once the offer has ended, unless one may read the dossier. */
    clientName: z.nullable(z.string()),
    label: z.nullable(z.enum(labels)),
  }),
})

export const OfferView = z.extend(OfferSummary, {
  /** What the dossier holds, in numbers: notes and documents, shares (50 at most). Null once the offer has ended, likewise. */
  counts: z.nullable(z.object({ items: z.int(), shares: z.int() })),
  /** While it is pending: how often an answer was asked for, and when it will be again. */
  progress: z.nullable(z.object({ asks: z.int(), nextAskAt: z.nullable(time) })),
  /** Every step of its workflow so far, oldest first (D-15). */
  timeline: z.array(
    z.object({
      step: z.enum(['offered', ...offerSteps, 'accepted', 'refused', 'withdrawn', 'expired', 'moved']),
      at: time,
    }),
  ),
})

const answered = ['conflict', 'precondition-failed'] as const

/** An answer is run again when something else changed at the same moment, never when the offer was ended: one wins (D-14). */
export const givingWay = { repeatable: true, givesWayTo: [Offers, OfferClaims] }

export const routes = {
  makeOffer: route('POST /v1/dossiers/{dossierId}/offers', {
    summary: 'Offer a dossier to a colleague, content and responsibility together',
    description: 'Nothing changes hands until it is accepted.',
    action: 'offer.make',
    on: offeredDossier,
    each: { field: 'recipientId', param: 'recipientId', on: recipient, alone: true },
    input: z.strictObject({
      recipientId: id,
      message: z.optional(lines(1000)),
      /** After how many days it expires. */
      days: z._default(z.int().check(z.gte(1), z.lte(LONGEST_OFFER_DAYS)), OFFER_DAYS),
    }),
    output: OfferView,
    status: 201,
    problems: ['offer-pending', 'recipient-not-eligible', 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  listOffers: route('GET /v1/offers', {
    summary: 'List the offers one made or received, newest first',
    action: 'offer.list',
    on: organisation,
    input: z.strictObject({ as: z.enum(['giver', 'recipient']), limit, cursor }),
    output: pageOf(OfferSummary),
    uses: { table: 'read' },
  }),
  listOffersOfDossier: route('GET /v1/dossiers/{dossierId}/offers', {
    summary: 'List the offers of a dossier that one may see, newest first',
    // Whoever knows of the dossier asks; which of its offers they may see is decided one by one.
    action: 'dossier.know',
    on: offeredDossier,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(OfferSummary),
    uses: { table: 'read' },
  }),
  readOffer: route('GET /v1/dossiers/{dossierId}/offers/{offerId}', {
    summary: 'See an offer, enough of its dossier to decide, and every step so far',
    action: 'offer.read',
    on: offer,
    input: nothing,
    output: OfferView,
    uses: { table: 'read' },
  }),
  acceptOffer: route('POST /v1/dossiers/{dossierId}/offers/{offerId}/acceptance', {
    summary: 'Accept a dossier: it is yours from this moment on',
    description: 'When it meets a withdrawal, that wins.',
    action: 'offer.answer',
    on: offer,
    input: nothing,
    output: OfferView,
    problems: ['recipient-not-eligible', ...answered],
    uses: { table: 'write' },
    ...givingWay,
  }),
  refuseOffer: route('POST /v1/dossiers/{dossierId}/offers/{offerId}/refusal', {
    summary: 'Refuse a dossier, with a reason',
    action: 'offer.answer',
    on: offer,
    input: z.strictObject({ reason: lines(1000) }),
    output: OfferView,
    problems: [...answered],
    uses: { table: 'write' },
    ...givingWay,
  }),
  withdrawOffer: route('POST /v1/dossiers/{dossierId}/offers/{offerId}/withdrawal', {
    summary: 'Withdraw an offer that is pending',
    action: 'offer.withdraw',
    on: offer,
    input: nothing,
    output: OfferView,
    problems: [...answered],
    uses: { table: 'write' },
    repeatable: true,
  }),
}
