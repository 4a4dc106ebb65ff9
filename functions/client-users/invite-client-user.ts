import { type DomainEvent, event } from '../../shared/events.ts'
import { type ClientUser, EmailClaims, introduce, type Language, People } from '../../shared/people.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import type { Profile } from '../../shared/roles.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, perhaps, update, type Write } from '../../shared/table/table.ts'
import { type Dossier, type DossierAccess, DossierAccesses, isLiveAccess } from '../dossiers/records.ts'
import type { Tools } from '../kernel/handler.ts'
import { countDossiers } from './count-dossiers.ts'

/** Who is to use which dossier with which profile, who says so (a person's id), and the access request it answers. */
export type ClientUserInvitation = {
  readonly by: string
  readonly dossier: Pick<Dossier, 'dossierId'>
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly profile: Profile
  readonly requestId: string | null
  /** When the access ends by itself; `null` where it does not (P-12). */
  readonly until: string | null
}

/** So many users of a dossier are looked through for one whose access has not ended: the tick removes the others. */
const LOOKED_THROUGH = 10

export type InvitedClientUser = {
  readonly person: ClientUser
  readonly access: DossierAccess
  readonly writes: readonly Write[]
  readonly events: readonly DomainEvent[]
}

/**
 * Makes somebody a user of a dossier: a new person with a claim on their address, or a client user that exists already
 * with the same profile (P-01). Nothing is written here; the caller commits `writes` and `events` with its own.
 * Problems: `first-user-administrator` (P-03), `email-taken`, `profile-differs` (P-01), `already-assigned`.
 * At most 3 writes, none of them the dossier's own item.
 */
export const inviteClientUser = async (
  { read, list, now, newId }: Pick<Tools, 'read' | 'list' | 'now' | 'newId'>,
  { by, dossier: { dossierId }, name, email, language, profile, requestId, until }: ClientUserInvitation,
): Promise<InvitedClientUser | Problem> => {
  const [{ claim }, present] = await Promise.all([
    read({ claim: perhaps(EmailClaims, { email }) }),
    list<DossierAccess>(DossierAccesses.by.ofDossier, { dossierId }, { limit: LOOKED_THROUGH }),
  ])
  const known = claim === undefined ? undefined : await whoHas(read, claim.personId, dossierId)
  if (known !== undefined) {
    const refused = whyNot(known, profile, now)
    if (refused !== undefined) return refused
  }
  const isFirst = !present.items.some((one) => isLiveAccess(one, now))
  if (isFirst && profile !== 'client-administrator') return problem('first-user-administrator')

  const person: ClientUser = (known?.person as Stored<ClientUser> | undefined) ?? {
    kind: 'client-user',
    personId: newId(),
    email,
    name,
    language,
    status: 'invited',
    profile,
    createdAt: now,
    dossiers: 1,
  }
  const { personId } = person
  const access: DossierAccess = {
    dossierId,
    personId,
    grantedBy: by,
    grantedAt: now,
    requestId,
    ...(until !== null && { until }),
  }
  const ended = known?.access
  return {
    person,
    access,
    writes: [
      // A known person's profile must still be the one that was compared when the access is given.
      ...(known === undefined
        ? introduce(person)
        : countDossiers(known.person as Stored<ClientUser>, ended === undefined ? 1 : 0)),
      // One that ended by its date lies there until the tick removes it: the new one takes its place.
      ended === undefined
        ? create(DossierAccesses, access)
        : update(DossierAccesses, ended, { ...access, until: access.until }),
    ],
    events: [event('person-invited', { personId, invitedBy: by, dossierId })],
  }
}

type Known = Awaited<ReturnType<typeof whoHas>>

const whoHas = async (read: Tools['read'], personId: string, dossierId: string) => {
  const { person, access } = await read({
    person: perhaps(People, { personId }),
    access: perhaps(DossierAccesses, { dossierId, personId }),
  })
  if (person === undefined) throw new Error('An address is claimed for a person who does not exist.')
  return { person, access }
}

const whyNot = ({ person, access }: Known, profile: Profile, now: string): Problem | undefined => {
  if (person.kind === 'member') return problem('email-taken')
  if (person.status === 'inactive') return problem('email-taken', { detail: deactivated })
  if (person.profile !== profile) return problem('profile-differs')
  if (access !== undefined && isLiveAccess(access, now)) return problem('already-assigned')
  return undefined
}

const deactivated = { en: 'Their account is deactivated.', fr: 'Son compte est désactivé.' }
