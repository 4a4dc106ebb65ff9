/** What the workflow of an offer does. Each step looks again whether it is due: run twice, it does nothing more. */
import { type DomainEvent, event } from '../../../shared/events.ts'
import { type FollowUp, FollowUps } from '../../../shared/follow-ups.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { create, perhaps, remove, update, type Write } from '../../../shared/table/table.ts'
import { later, type Run } from '../../kernel/follow.ts'
import { type Act, type JobTools, TryAgain } from '../../kernel/job.ts'
import { nextReminder } from '../offer-times.ts'
import {
  endOffer,
  type Offer,
  OfferClaims,
  type OfferProgress,
  OfferProgresses,
  type OfferStep,
  Offers,
  stateAt,
} from '../records.ts'

/** Asks the recipient for their answer, or reminds them, by a mail with a link of their own (D-11). */
export const ask = (run: Run, tools: JobTools): Promise<Run> =>
  step(run, tools, ({ offer, followUp, progress, at }) => {
    const isDue = followUp !== undefined && followUp.nextAskAt !== null && followUp.nextAskAt <= at
    if (!isDue || stateAt(offer, at) !== 'pending') return undefined
    const reminder = followUp.asks > 0
    const nextAskAt = nextReminder(offer.offeredAt, offer.expiresAt, at)
    const asked = { asks: followUp.asks + 1, nextAskAt, dueAt: nextAskAt ?? offer.expiresAt }
    return {
      action: 'offer.ask-for-answer',
      writes: [update(FollowUps, followUp, asked), noteStep(offer, progress, reminder ? 'reminded' : 'asked', at)],
      events: [event('offer-answer-asked', { ...idsOf(offer), reminder })],
    }
  })

/** Passes a pending offer to the coordinators, whose giver is no longer active; once (D-12). */
export const passOn = (run: Run, tools: JobTools): Promise<Run> =>
  step(run, tools, ({ offer, progress, at }) => {
    if (offer.state !== 'pending' || hasTaken(progress, 'passed to a coordinator')) return undefined
    return {
      action: 'offer.pass-to-coordinator',
      writes: [noteStep(offer, progress, 'passed to a coordinator', at)],
      events: [event('offer-giver-left', idsOf(offer))],
    }
  })

/** Ends an offer that nobody answered in time. */
export const expire = async (run: Run, tools: JobTools): Promise<Run> => {
  const { claim } = await tools.read({ claim: perhaps(OfferClaims, { dossierId: run.dossierId }) })
  return step(run, tools, ({ offer, at }) => {
    if (offer.state !== 'pending' || stateAt(offer, at) !== 'expired') return undefined
    const { writes, events } = endOffer(offer, claim, 'expired', { by: null, at, reason: null })
    return { action: 'offer.expire', writes, events }
  })
}

/** Tells how an offer ended; with that nothing is left to be done about it. */
export const tell = (run: Run, tools: JobTools): Promise<Run> =>
  step(run, tools, ({ offer, followUp, progress, at }) => {
    if (offer.state === 'pending' || followUp === undefined) return undefined
    const { state: outcome, outcome: end } = offer
    return {
      action: 'offer.tell',
      writes: [remove(FollowUps, followUp), noteStep(offer, progress, 'told', at)],
      events: [event('offer-told', { ...idsOf(offer), outcome, by: end?.by ?? null })],
    }
  })

type At = {
  readonly offer: Stored<Offer>
  readonly followUp: Stored<FollowUp> | undefined
  readonly progress: Stored<OfferProgress> | undefined
  readonly at: string
}
type Due = Pick<Act, 'action'> & { readonly writes: readonly Write[]; readonly events: readonly DomainEvent[] }

/** One step: what is due as it is now, in one transaction. What met something newer is looked at again from the start. */
const step = async (run: Run, tools: JobTools, due: (at: At) => Due | undefined): Promise<Run> => {
  const { dossierId, requestId: offerId } = run
  const at = later(run.at, tools.now)
  const { offer, followUp, progress } = await tools.read({
    offer: perhaps(Offers, { dossierId, offerId }),
    followUp: perhaps(FollowUps, { dossierId, requestId: offerId }),
    progress: perhaps(OfferProgresses, { dossierId, offerId }),
  })
  const act = offer === undefined ? undefined : due({ offer, followUp, progress, at })
  if (act !== undefined && (await tools.act({ ...act, dossierId })) === 'conflict')
    throw new TryAgain('The offer changed at the same moment.')
  return { dossierId, requestId: offerId, at }
}

const idsOf = ({ dossierId, offerId, giverId, recipientId }: Offer) => ({
  dossierId,
  offerId,
  from: giverId,
  to: recipientId,
})

const hasTaken = (progress: OfferProgress | undefined, taken: OfferStep['step']): boolean =>
  progress?.steps.some((one) => one.step === taken) === true

const noteStep = (
  { dossierId, offerId }: Offer,
  progress: Stored<OfferProgress> | undefined,
  taken: OfferStep['step'],
  at: string,
): Write => {
  const steps = [...(progress?.steps ?? []), { step: taken, at }]
  return progress === undefined
    ? create(OfferProgresses, { dossierId, offerId, steps })
    : update(OfferProgresses, progress, { steps })
}
