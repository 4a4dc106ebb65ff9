import { type DomainEvent, event } from '../../shared/events.ts'
import { indexed, record, type Stored, within } from '../../shared/table/record.ts'
import { remove, update, type Write } from '../../shared/table/table.ts'

export const offerStates = ['pending', 'accepted', 'refused', 'withdrawn', 'expired'] as const
export type OfferState = (typeof offerStates)[number]

/** How an offer ended; every end has a moment, and whoever made it, unless time did. */
export type OfferOutcome = {
  /** The person who answered or withdrew, or the job that moved the dossier elsewhere; `null` when it expired. */
  readonly by: string | null
  readonly at: string
  readonly reason: string | null
}

/** A dossier is offered to a colleague, content and responsibility together (D-11). It changes once: when it ends. */
export type Offer = {
  readonly dossierId: string
  readonly offerId: string
  /** The owner who offers it. */
  readonly giverId: string
  readonly recipientId: string
  readonly message: string | null
  readonly state: OfferState
  readonly offeredAt: string
  readonly expiresAt: string
  readonly outcome: OfferOutcome | null
}

export const Offers = record<Offer>()({
  name: 'offer',
  holds: 'That the owner of a dossier offers it to a colleague, and how that ended.',
  key: ({ dossierId, offerId }: { dossierId: string; offerId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `OFFER#${offerId}`,
  }),
  by: {
    ofDossier: within<{ dossierId: string }>(
      'The offers of a dossier',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'OFFER#',
    ),
    ofGiver: indexed<Offer, { giverId: string }>(
      'gsi1',
      'The offers that a member made, oldest first',
      ({ giverId }) => `OFFERS-BY#${giverId}`,
      ({ offerId }) => offerId,
    ),
    ofRecipient: indexed<Offer, { recipientId: string }>(
      'gsi2',
      'The offers that a member received, oldest first',
      ({ recipientId }) => `OFFERS-TO#${recipientId}`,
      ({ offerId }) => offerId,
    ),
  },
})

/** Which offer of a dossier is pending. */
export type OfferClaim = { readonly dossierId: string; readonly offerId: string }

export const OfferClaims = record<OfferClaim>()({
  name: 'offer-claim',
  holds: 'The pending offer of a dossier; its key makes it the only one (D-14).',
  key: ({ dossierId }: { dossierId: string }) => ({ pk: `DOSSIER#${dossierId}`, sk: 'OFFER-CLAIM' }),
  by: {},
})

/** What was done about an offer, step by step (D-15); its beginning and its end stand in the offer itself. */
export const offerSteps = ['asked', 'reminded', 'passed to a coordinator', 'told'] as const
export type OfferStep = { readonly step: (typeof offerSteps)[number]; readonly at: string }
export type OfferProgress = {
  readonly dossierId: string
  readonly offerId: string
  readonly steps: readonly OfferStep[]
}

/** It stands apart from the offer, which changes once: when it ends. */
export const OfferProgresses = record<OfferProgress>()({
  name: 'offer-progress',
  holds: 'What the workflow of an offer has done so far: asked, reminded, told, each with its moment (D-15).',
  key: ({ dossierId, offerId }: { dossierId: string; offerId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `OFFER-PROGRESS#${offerId}`,
  }),
  by: {},
})

/** Where an offer stands at a moment: an end date counts from then on, whether or not it was written down. */
export const stateAt = ({ state, expiresAt }: Pick<Offer, 'state' | 'expiresAt'>, now: string): OfferState =>
  state === 'pending' && expiresAt <= now ? 'expired' : state

/**
 * Ends an offer, once: the write is on the version that was read, so of two ends that meet only one is. Its claim goes
 * with it, so that the dossier may be offered again; pass none when it passes on to another offer. It writes nothing of
 * the dossier: nothing but another end of this offer can stand in the way of a withdrawal (D-11).
 */
export const endOffer = (
  offer: Stored<Offer>,
  claim: Stored<OfferClaim> | undefined,
  state: Exclude<OfferState, 'pending'>,
  outcome: OfferOutcome,
): { readonly offer: Offer; readonly writes: readonly Write[]; readonly events: readonly DomainEvent[] } => {
  const { dossierId, offerId, giverId, recipientId } = offer
  return {
    offer: { ...offer, state, outcome },
    writes: [
      update(Offers, offer, { state, outcome }),
      ...(claim?.offerId === offerId ? [remove(OfferClaims, claim)] : []),
    ],
    events: [
      event('offer-ended', { dossierId, offerId, from: giverId, to: recipientId, outcome: state, by: outcome.by }),
    ],
  }
}
