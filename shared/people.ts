/**
 * Who acts: members of the organisation and users of its clients. The stored person is the truth on every request
 * (S-10, D-06); Cognito's groups follow it and a token only says whose it is.
 */
import type { Profile, Role } from './roles.ts'
import type { Sheet } from './sheet.ts'
import { indexed, record } from './table/record.ts'

export type Language = 'en' | 'fr'

type Someone = {
  /** A UUIDv7; also the user name in Cognito. */
  readonly personId: string
  /** Lower case; the address signs in and is mailed. */
  readonly email: string
  readonly name: string
  readonly language: Language
  /** `invited` until the first password is set; `inactive` reaches nothing. */
  readonly status: 'invited' | 'active' | 'inactive'
  readonly createdAt: string
}

/** A person of the organisation's own staff. */
export type Member = Someone & {
  readonly kind: 'member'
  readonly roles: readonly Role[]
  readonly sheet: Sheet
}

/** A person of a client, with the one profile that holds in all their dossiers (P-01). */
export type ClientUser = Someone & { readonly kind: 'client-user'; readonly profile: Profile }

export type Person = Member | ClientUser

export const People = record<Person>()({
  name: 'person',
  holds: 'A member or a client user: what every request needs to know of who acts.',
  key: ({ personId }: { personId: string }) => ({ pk: `PERSON#${personId}`, sk: 'PERSON' }),
  by: {
    members: indexed<Person, { kind?: Person['kind'] }>(
      'gsi1',
      'The members of the organisation, oldest first',
      ({ kind = 'member' }) => (kind === 'member' ? 'MEMBERS' : undefined),
      (person) => person.personId,
    ),
  },
})

/** One address, one person: the claim that makes it so (P-01). */
export type EmailClaim = { readonly email: string; readonly personId: string }

export const EmailClaims = record<EmailClaim>()({
  name: 'email-claim',
  holds: 'Whose address this is; its key makes an address unique in the organisation.',
  key: ({ email }: { email: string }) => ({ pk: `EMAIL#${email}`, sk: 'EMAIL' }),
  by: {},
})

/** Who may own a dossier: an active practitioner of the organisation (D-01). */
export const isActivePractitioner = (person: Person | undefined): person is Member =>
  person?.kind === 'member' && person.status === 'active' && person.roles.includes('practitioner')
