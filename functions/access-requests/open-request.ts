import type { FollowUp } from '../../shared/follow-ups.ts'
import type { Language } from '../../shared/people.ts'
import type { NewId } from '../../shared/ports/ids.ts'
import type { Profile } from '../../shared/roles.ts'
import type { AccessRequest, Refusal } from './records.ts'
import { expiryOf, firstDueAt } from './request-times.ts'

type Asked = {
  readonly actor: { readonly personId: string; readonly language: Language }
  readonly dossier: { readonly dossierId: string }
  readonly input: {
    readonly name: string
    readonly email: string
    readonly profile: Profile
    readonly language?: Language | undefined
    readonly message?: string | undefined
  }
  /** How many days it waits. */
  readonly days: number
  /** That the same was refused before, if it was. */
  readonly refusal?: Refusal | undefined
  readonly now: string
  readonly newId: NewId
}

/** A new pending request, and that its responsible is to be asked at once. */
export const openRequest = ({ actor, dossier: { dossierId }, input, days, refusal, now, newId }: Asked) => {
  const requestId = newId()
  const request: AccessRequest = {
    dossierId,
    requestId,
    requestedBy: actor.personId,
    joinedBy: [],
    name: input.name,
    email: input.email,
    language: input.language ?? actor.language,
    profile: input.profile,
    message: input.message ?? null,
    ...(refusal && { refusedBefore: { at: refusal.at, reason: refusal.reason } }),
    state: 'pending',
    askedAt: now,
    expiresAt: expiryOf(now, days),
    outcome: null,
  }
  const followUp: FollowUp = {
    dossierId,
    requestId,
    asks: 0,
    nextAskAt: now,
    dueAt: firstDueAt(now),
    standIns: [],
    revivals: 0,
  }
  return { request, followUp }
}
