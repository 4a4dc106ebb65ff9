import type { FollowUp } from '../../shared/follow-ups.ts'
import { isWaiting, stateAt } from './end-request.ts'
import type { AccessRequest, RequestOutcome, RequestProgress, RequestState } from './records.ts'

/** Why a request ended: every end has its reason (P-12). */
export const endedBecause = ['approved', 'refused', 'withdrawn', 'unanswered'] as const

/** A request as the API shows it: what was asked, and where it stands at this moment (P-12). */
export const showRequest = (
  request: AccessRequest,
  followUp: FollowUp | undefined,
  now: string,
  steps: RequestProgress | undefined,
) => {
  const { joinedBy: _, questions = [], refusedBefore = null, ...asked } = request
  const state = stateAt(request, now)
  const isPending = isWaiting(state) && followUp !== undefined
  return {
    ...asked,
    state,
    refusedBefore,
    questions,
    outcome: showOutcome(request.outcome, state),
    progress: isPending ? { asks: followUp.asks, nextAskAt: followUp.nextAskAt } : null,
    timeline: timelineOf(request, state, steps),
  }
}

const showOutcome = (outcome: RequestOutcome | null, state: RequestState) => {
  if (outcome === null) return null
  const { closedBecause, personId = null, ...end } = outcome
  const ended = state === 'expired' ? 'unanswered' : (state as (typeof endedBecause)[number])
  return { ...end, because: closedBecause ?? ended, personId }
}

/** Every step so far, oldest first: whom it was about is told as what they are, not who (P-12). */
const timelineOf = (request: AccessRequest, state: RequestState, steps: RequestProgress | undefined) => {
  const { askedAt, expiresAt, questions = [], outcome } = request
  const end = outcome?.at ?? (state === 'expired' ? expiresAt : null)
  const taken = [
    { step: 'requested' as const, at: askedAt, whom: [] },
    ...(steps?.steps ?? []),
    ...questions.flatMap(({ at, answer }) => [
      { step: 'information asked' as const, at, whom: [] },
      ...(answer === null ? [] : [{ step: 'information given' as const, at: answer.at, whom: [] }]),
    ]),
  ].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
  return end === null || isWaiting(state) ? taken : [...taken, { step: state, at: end, whom: [] }]
}
