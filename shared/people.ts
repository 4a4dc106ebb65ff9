/**
 * Who acts: members of the organisation and users of its clients. The stored person is the truth on every request
 * (S-10, D-06); Cognito's groups follow it and a token only says whose it is.
 */

import { PEOPLE_TRAIL } from './audit.ts'
import { type DomainEvent, event } from './events.ts'
import type { Profile, Role } from './roles.ts'
import type { Sheet } from './sheet.ts'
import { indexed, record, type Stored, within } from './table/record.ts'
import { create, remove, require, update, type Write } from './table/table.ts'

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
  /** Of whoever is inactive: what they were before, and so whether they ever set a password. */
  readonly statusBefore?: 'invited' | 'active' | undefined
  /**
   * When they were last reactivated. What they were given by name before (mail links, shares, assignments) ended with
   * their deactivation and never comes back (D-20).
   */
  readonly reinstatedAt?: string | undefined
}

/** A person of the organisation's own staff. */
export type Member = Someone & {
  readonly kind: 'member'
  readonly roles: readonly Role[]
  readonly sheet: Sheet
}

/** A person of a client, with the one profile that holds in all their dossiers (P-01). */
export type ClientUser = Someone & {
  readonly kind: 'client-user'
  readonly profile: Profile
  /**
   * How many dossiers are assigned to them, changed in the transaction that gives or ends an access: whoever must look at
   * all of them sees by it whether an index told of all (P-03). Unset for whoever was there before it was counted.
   */
  readonly dossiers?: number | undefined
}

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
  trail: () => PEOPLE_TRAIL,
})

/**
 * That a member has a right that is not bound to single dossiers or clients: a scope `all` of their sheet, or a role in
 * the organisation. Written with the person, in one transaction, so that "who can" reads these and nobody else, and
 * never an index that lags (B-02).
 */
export type WideReach = { readonly personId: string }

export const WideReaches = record<WideReach>()({
  name: 'wide-reach',
  holds: 'That a member has a right over the whole organisation, by a scope `all` or by a role.',
  key: ({ personId }: { personId: string }) => ({ pk: 'WIDE-REACH', sk: `PERSON#${personId}` }),
  by: { all: within<object>('The members with a right over the whole organisation', () => 'WIDE-REACH', 'PERSON#') },
  trail: () => PEOPLE_TRAIL,
})

/**
 * That somebody is able to change the workspace settings at this moment: one item for each such member, written with the
 * person in one transaction. Whoever takes this from one member requires in the same transaction that another still has
 * it, so that the organisation always keeps one, whoever acts at the same time (S-02).
 */
export type SettingsEditor = { readonly personId: string }

export const SettingsEditors = record<SettingsEditor>()({
  name: 'settings-editor',
  holds: 'That an active member may edit the workspace settings; at least one always lies there (S-02).',
  key: ({ personId }: { personId: string }) => ({ pk: 'SETTINGS-EDITORS', sk: `PERSON#${personId}` }),
  by: {
    all: within<object>('The active members who may edit the workspace settings', () => 'SETTINGS-EDITORS', 'PERSON#'),
  },
  trail: () => PEOPLE_TRAIL,
})

/** Whether somebody is able to edit the workspace settings: an active member by their sheet, and no guest. */
export const editsSettings = (person: Person): boolean =>
  isActiveColleague(person) && person.sheet.settings.edit === 'all'

const PLAIN_ROLES: readonly Role[] = ['practitioner', 'guest']

const reachesWide = (person: Person): boolean =>
  person.kind === 'member' &&
  (person.roles.some((role) => !PLAIN_ROLES.includes(role)) ||
    Object.values(person.sheet).some(({ view, edit }) => view === 'all' || edit === 'all'))

/** The writes that make a new person. */
export const introduce = (person: Person): readonly Write[] => [
  create(People, person),
  create(EmailClaims, { email: person.email, personId: person.personId }),
  ...(reachesWide(person) ? [create(WideReaches, { personId: person.personId })] : []),
  ...(editsSettings(person) ? [create(SettingsEditors, { personId: person.personId })] : []),
]

type Changes<P extends Person> = Partial<Omit<P, 'kind' | 'personId'>>

/** Whether these changes take from somebody that they are able to edit the settings. */
export const stopsEditingSettings = <P extends Person>(before: P, changes: Changes<P>): boolean =>
  editsSettings(before) && !editsSettings({ ...before, ...changes } as Person)

/**
 * The writes that change a person, with what follows from it. Where somebody stops being able to edit the settings,
 * `remaining` is another who is; the commit fails when that one no longer is (S-02). Throws where it is missing.
 */
export const changePerson = <P extends Person>(
  before: Stored<P>,
  changes: Changes<P>,
  remaining?: Stored<SettingsEditor>,
): readonly Write[] => {
  const after = { ...before, ...changes } as Person
  const mark = { personId: before.personId, version: 1 }
  const [wasWide, isWide] = [reachesWide(before), reachesWide(after)]
  const [edited, edits] = [editsSettings(before), editsSettings(after)]
  if (edited && !edits && (remaining === undefined || remaining.personId === before.personId))
    throw new Error('Somebody else who may edit the settings must remain.')
  return [
    update(People, before as Stored<Person>, changes as Partial<Person>),
    ...(isWide && !wasWide ? [create(WideReaches, { personId: before.personId })] : []),
    ...(wasWide && !isWide ? [remove(WideReaches, mark)] : []),
    ...(edits && !edited ? [create(SettingsEditors, { personId: before.personId })] : []),
    ...(edited && !edits ? [remove(SettingsEditors, mark)] : []),
    ...(edited && !edits && remaining !== undefined ? [require(SettingsEditors, remaining)] : []),
  ]
}

/** What changes when somebody is deactivated: they reach nothing from the next request on (D-06). */
export const deactivation = ({ status, statusBefore }: Person): Pick<Person, 'status' | 'statusBefore'> => ({
  status: 'inactive',
  statusBefore: status === 'inactive' ? statusBefore : status,
})

type Reinstated = Pick<Person, 'status' | 'statusBefore' | 'reinstatedAt'>

/**
 * What follows when somebody is reactivated: whoever never set a password is invited again, into the dossier at hand if
 * there is one.
 */
export const reinstate = (
  before: Stored<Person>,
  { by, dossierId, now }: { readonly by: string; readonly dossierId: string | null; readonly now: string },
): { readonly changes: Reinstated; readonly writes: readonly Write[]; readonly events: readonly DomainEvent[] } => {
  const { personId } = before
  const status = before.statusBefore === 'active' ? 'active' : 'invited'
  const changes: Reinstated = { status, statusBefore: undefined, reinstatedAt: now }
  const invited = event('person-invited', { personId, invitedBy: by, dossierId })
  return {
    changes,
    writes: changePerson(before, changes),
    events: [event('person-changed', { personId }), ...(status === 'invited' ? [invited] : [])],
  }
}

/** Whether what somebody was given at a moment ended with a deactivation since (D-20). */
export const endedBefore = ({ reinstatedAt }: Pick<Person, 'reinstatedAt'>, givenAt: string): boolean =>
  reinstatedAt !== undefined && givenAt < reinstatedAt

/** How much a member holds that somebody must look after: exact, for every change of it changes this too (D-20). */
export type Holdings = {
  readonly personId: string
  /** Dossiers they own. */
  readonly dossiers: number
  /** Dossiers whose access requests they answer. */
  readonly responsibilities: number
}

export const Holdings = record<Holdings>()({
  name: 'holdings',
  holds: 'How many dossiers a member owns and answers for; changed in the same transaction as those.',
  key: ({ personId }: { personId: string }) => ({ pk: `PERSON#${personId}`, sk: 'HOLDINGS' }),
  by: {},
  // Counts are no rights: they are told with the act that changed them, and do not lengthen the trail of people.
})

/** The write after which a member holds so many more, or fewer. */
export const holdMore = (
  before: Stored<Holdings> | undefined,
  personId: string,
  more: Partial<Omit<Holdings, 'personId'>>,
): Write => {
  const { dossiers = 0, responsibilities = 0 } = more
  return before === undefined
    ? create(Holdings, { personId, dossiers, responsibilities })
    : update(Holdings, before, {
        dossiers: before.dossiers + dossiers,
        responsibilities: before.responsibilities + responsibilities,
      })
}

/** One address, one person: the claim that makes it so (P-01). */
export type EmailClaim = { readonly email: string; readonly personId: string }

export const EmailClaims = record<EmailClaim>()({
  name: 'email-claim',
  holds: 'Whose address this is; its key makes an address unique in the organisation.',
  key: ({ email }: { email: string }) => ({ pk: `EMAIL#${email}`, sk: 'EMAIL' }),
  by: {},
})

/** An active member of the organisation who is no guest: who may be given what members hold. */
export const isActiveColleague = (person: Person | undefined): person is Member =>
  person?.kind === 'member' && person.status === 'active' && !person.roles.includes('guest')

/** Who may own a dossier: an active practitioner of the organisation (D-01). */
export const isActivePractitioner = (person: Person | undefined): person is Member =>
  person?.kind === 'member' && person.status === 'active' && person.roles.includes('practitioner')
