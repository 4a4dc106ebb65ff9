import { FollowUps } from '../../../shared/follow-ups.ts'
import { People } from '../../../shared/people.ts'
import { perhaps } from '../../../shared/table/table.ts'
import { later, type Run } from '../../kernel/follow.ts'
import type { JobTools } from '../../kernel/job.ts'
import { OfferProgresses, type OfferState, Offers, stateAt } from '../records.ts'

/** What is to be done next about an offer; its end, once everybody has been told of it; `gone` when there is none. */
export type Next = 'ask' | 'remind' | 'pass on' | 'wait' | 'expire' | 'tell' | Exclude<OfferState, 'pending'> | 'gone'
export type Looked = Run & { readonly next: Next }

/** Reads where an offer stands and says what is due; it changes nothing, so that it may be asked at any time. */
export const look = async (run: Run, tools: JobTools): Promise<Looked> => ({
  ...run,
  at: later(run.at, tools.now),
  next: await nextOf(run, tools),
})

const nextOf = async (run: Run, { read, now }: JobTools): Promise<Next> => {
  const { dossierId, requestId: offerId } = run
  const at = later(run.at, now)
  const { offer, followUp, progress } = await read({
    offer: perhaps(Offers, { dossierId, offerId }),
    followUp: perhaps(FollowUps, { dossierId, requestId: offerId }),
    progress: perhaps(OfferProgresses, { dossierId, offerId }),
  })
  if (offer === undefined) return 'gone'
  if (offer.state !== 'pending') return followUp === undefined ? offer.state : 'tell'
  if (stateAt(offer, at) === 'expired') return 'expire'
  // Nothing is written down to be done: waiting for that would never end.
  if (followUp === undefined) return 'gone'
  if (followUp.nextAskAt !== null && followUp.nextAskAt <= at) return followUp.asks === 0 ? 'ask' : 'remind'
  if (progress?.steps.some(({ step }) => step === 'passed to a coordinator')) return 'wait'
  const { giver } = await read({ giver: perhaps(People, { personId: offer.giverId }) })
  return giver?.status === 'active' ? 'wait' : 'pass on'
}
