import type { FollowUp } from '../../shared/follow-ups.ts'
import { labelOf } from '../dossiers/contents.ts'
import type { Dossier } from '../dossiers/records.ts'
import { type Offer, type OfferProgress, type OfferState, type OfferStep, stateAt } from './records.ts'

type Named = { readonly personId: string; readonly name: string }

/** What of a dossier is shown with an offer. */
export type Shown = {
  readonly offer: Offer
  readonly dossier: Dossier
  readonly giver: Named
  readonly recipient: Named
  /** Whether whoever looks may read the dossier anyhow: else nothing of it is shown any more once the offer ended. */
  readonly mayRead: boolean
  readonly now: string
}

/** An offer with what one decides by: never the content, nor the client's name of a confidential dossier (D-11). */
export const summariseOffer = ({ offer, dossier, giver, recipient, mayRead, now }: Shown) => {
  const state = stateAt(offer, now)
  const isOpen = mayRead || state === 'pending'
  const label = labelOf(dossier)
  return {
    ...offer,
    giver: { personId: giver.personId, name: giver.name },
    recipient: { personId: recipient.personId, name: recipient.name },
    state,
    dossier: {
      number: dossier.number,
      clientName: isOpen && label !== 'confidential' ? dossier.clientName : null,
      label: isOpen ? label : null,
    },
  }
}

/** The same with counts, and every step so far. `shares` is how many people the dossier is shared with. */
export const showOffer = (
  shown: Shown & {
    readonly shares: number
    readonly progress: OfferProgress | undefined
    readonly waiting: Pick<FollowUp, 'asks' | 'nextAskAt'> | undefined
  },
) => {
  const { offer, dossier, mayRead, shares, progress, waiting } = shown
  const { open, confidential } = dossier.contents ?? { open: 0, confidential: 0 }
  const summary = summariseOffer(shown)
  const isPending = summary.state === 'pending'
  return {
    ...summary,
    counts: mayRead || isPending ? { items: open + confidential, shares } : null,
    progress: isPending && waiting !== undefined ? { asks: waiting.asks, nextAskAt: waiting.nextAskAt } : null,
    timeline: timelineOf(offer, progress, summary.state),
  }
}

type Moment = {
  readonly step: 'offered' | OfferStep['step'] | Exclude<OfferState, 'pending'> | 'moved'
  readonly at: string
}

/** Acceptance and move are one transaction, and so one moment (D-11). */
const timelineOf = (
  { offeredAt, expiresAt, outcome }: Offer,
  progress: OfferProgress | undefined,
  state: OfferState,
) => {
  const endedAt = outcome?.at ?? expiresAt
  const end: readonly Moment[] =
    state === 'pending'
      ? []
      : [{ step: state, at: endedAt }, ...(state === 'accepted' ? [{ step: 'moved' as const, at: endedAt }] : [])]
  const steps = progress?.steps ?? []
  const isAfter = ({ step }: OfferStep): boolean => step === 'told'
  const timeline: readonly Moment[] = [
    { step: 'offered', at: offeredAt },
    ...steps.filter((step) => !isAfter(step)),
    ...end,
    ...steps.filter(isAfter),
  ]
  return timeline
}
