import type { FollowUp } from '../../shared/follow-ups.ts'
import type { Profile } from '../../shared/roles.ts'
import { stateAt } from './end-request.ts'
import type { AccessRequest, RequestOutcome, RequestState } from './records.ts'

/** A request as the API shows it: what was asked, and where it stands at this moment (P-12). */
export type ShownRequest = Omit<AccessRequest, 'joinedBy' | 'profile'> & {
  readonly profile: Profile
  readonly state: RequestState
  readonly outcome: RequestOutcome | null
  /** While it is pending: how often a verdict was asked for, and when it will be again. */
  readonly progress: { readonly asks: number; readonly nextAskAt: string | null } | null
}

export const showRequest = (request: AccessRequest, followUp: FollowUp | undefined, now: string): ShownRequest => {
  const state = stateAt(request, now)
  const pending = state === 'pending' && followUp !== undefined
  return {
    ...request,
    state,
    progress: pending ? { asks: followUp.asks, nextAskAt: followUp.nextAskAt } : null,
  }
}
