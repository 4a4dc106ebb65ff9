import type { Person } from '../../shared/people.ts'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import type { Profile } from '../../shared/roles.ts'
import { type DossierAccess, isLiveAccess } from '../dossiers/records.ts'
import type { Refusal } from './records.ts'

type Wanted = { readonly profile: Profile; readonly message?: string | undefined }

/** Somebody whom the address is known to be, as what they were found: with or without access to the dossier. */
type Known = { readonly person: Person | undefined; readonly access: DossierAccess | undefined }

/**
 * Why nobody can ask for the person who has this address already: they have access (oneself among them), they are no
 * client user, or they have another profile (P-01). `undefined` when one can.
 */
export const whyNotFor = ({ person, access }: Known, { profile }: Wanted, now: string): Problem | undefined => {
  if (access !== undefined && isLiveAccess(access, now)) return problem('already-assigned')
  if (person === undefined || person.kind === 'member' || person.status === 'inactive') return problem('email-taken')
  return person.profile === profile ? undefined : problem('profile-differs')
}

/** Why it is too soon to ask again for what was refused, or not enough: it takes a pause, and a new reason (P-12). */
export const whyNotAgain = (
  refusal: Refusal | undefined,
  { message }: Wanted,
  pauseDays: number,
  now: string,
): Problem | undefined => {
  if (refusal === undefined) return undefined
  const from = addSeconds(refusal.at, pauseDays * DAY)
  if (now < from) {
    const detail = {
      en: `It may be asked for again from ${from} on. It was refused because: ${refusal.reason}`,
      fr: `Il pourra être redemandé à partir du ${from}. Motif du refus : ${refusal.reason}`,
    }
    return problem('asked-too-soon', { detail })
  }
  return message === undefined || message === refusal.message ? problem('new-reason-needed') : undefined
}
