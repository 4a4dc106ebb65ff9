import type { FollowUp } from '../../shared/follow-ups.ts'
import { addSeconds } from '../../shared/ports/clock.ts'
import type { NewId } from '../../shared/ports/ids.ts'
import { PATIENCE_SECONDS } from '../kernel/follow.ts'
import { expiryOf } from './offer-times.ts'
import type { Offer } from './records.ts'

type Offered = {
  readonly dossierId: string
  readonly giverId: string
  readonly recipientId: string
  readonly message: string | null
  readonly days: number
}

/** A new pending offer, and that its recipient is to be asked at once. */
export const openOffer = (
  { days, ...offered }: Offered,
  { now, newId }: { readonly now: string; readonly newId: NewId },
): { readonly offer: Offer; readonly followUp: FollowUp } => {
  const offerId = newId()
  return {
    offer: { ...offered, offerId, state: 'pending', offeredAt: now, expiresAt: expiryOf(now, days), outcome: null },
    followUp: {
      dossierId: offered.dossierId,
      requestId: offerId,
      workflow: 'offer',
      asks: 0,
      nextAskAt: now,
      dueAt: addSeconds(now, PATIENCE_SECONDS),
      standIns: [],
      revivals: 0,
    },
  }
}
