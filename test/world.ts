/**
 * One shared world of invented people and things. Every test that asks "who may" takes its people from here; each
 * persona says who they are and what they are to the dossier at hand.
 */
import type { ClientUser, Member, Person } from '../shared/people.ts'
import type { Profile, Role } from '../shared/roles.ts'
import { type Persona, personas, type Variations } from '../shared/rules/cases.ts'
import type { Module, Situation } from '../shared/rules/situation.ts'
import { fullSheet, practitionerSheet, type Sheet } from '../shared/sheet.ts'
import type { Stored } from '../shared/table/record.ts'

/** The moment at which the world stands still. */
export const NOW = '2026-03-02T09:00:00.000Z'

/** A UUIDv7 that a test can name: the same number gives the same id, greater numbers sort later. */
export const idOf = (number: number): string => `019cabcd-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

/** A sheet that opens nothing but one's own calendar. */
export const shutSheet: Sheet = {
  profiles: { view: 'none', edit: 'none' },
  documentation: { view: 'none', edit: 'none' },
  calendars: { view: 'own', edit: 'own' },
  invoices: { view: 'none', edit: 'none' },
  settings: { view: 'none', edit: 'none' },
}

type Status = Person['status']

/** A person and what they are to the dossier at hand. */
export type Character = {
  readonly person: Stored<Person>
  readonly owns?: true
  readonly answers?: true
  readonly uses?: true
}

const someone = (at: number, name: string, status: Status) => ({
  personId: idOf(at),
  email: `person-${at}@greffe.example`,
  name,
  language: 'fr' as const,
  status,
  createdAt: '2026-01-05T08:00:00.000Z',
  version: 1,
})

let people = 0
const member = (name: string, sheet: Sheet, roles: readonly Role[], status: Status = 'active'): Stored<Member> => ({
  ...someone(++people, name, status),
  kind: 'member',
  roles,
  sheet,
})
const user = (name: string, profile: Profile, status: Status = 'active'): Stored<ClientUser> => ({
  ...someone(++people, name, status),
  kind: 'client-user',
  profile,
})

const opens = (areas: Partial<Sheet>): Sheet => ({ ...shutSheet, ...areas })
const practitioner: readonly Role[] = ['practitioner']

export const characters: Readonly<Record<Persona, Character>> = {
  administrator: { person: member('Odile Marchetti-Brun', fullSheet, ['administrator']) },
  'administrator, shut sheet': { person: member('Basile Quentin-Roy', shutSheet, ['administrator']) },
  'office member': {
    person: member('Hortense Vidalie', { ...fullSheet, settings: { view: 'none', edit: 'none' } }, []),
  },
  'documentation reader': {
    person: member('Ferréol Astruc', opens({ documentation: { view: 'all', edit: 'assigned' } }), []),
  },
  'documentation editor': {
    person: member('Ludivine Castaing', opens({ documentation: { view: 'all', edit: 'all' } }), []),
  },
  'profile reader': { person: member('Anselme Ducros', opens({ profiles: { view: 'all', edit: 'assigned' } }), []) },
  'profile editor': { person: member('Sidonie Labrousse', opens({ profiles: { view: 'all', edit: 'all' } }), []) },
  'settings reader': { person: member('Gaspard Thévenet', opens({ settings: { view: 'all', edit: 'none' } }), []) },
  'settings editor': { person: member('Mahaut Périgord', opens({ settings: { view: 'all', edit: 'all' } }), []) },
  'calendar and invoice keeper': {
    person: member(
      'Cyprien Naudet',
      opens({ calendars: { view: 'all', edit: 'all' }, invoices: { view: 'all', edit: 'all' } }),
      [],
    ),
  },
  coordinator: { person: member('Philippine Auzoux', practitionerSheet, ['coordinator']) },
  'user manager': { person: member('Evariste Collomb', practitionerSheet, ['user-manager']) },
  'super user': { person: member('Capucine Dreyfond', practitionerSheet, ['super-user']) },
  'super admin': { person: member('Théodule Ferrandi', practitionerSheet, ['super-admin']) },
  owner: { person: member('Apolline Guérande', practitionerSheet, practitioner), owns: true },
  'owner, shut sheet': { person: member('Zéphyrin Hublot', shutSheet, practitioner), owns: true },
  'owner and responsible': {
    person: member('Blandine Issartel', practitionerSheet, practitioner),
    owns: true,
    answers: true,
  },
  responsible: { person: member('Aurélien Joannis', practitionerSheet, practitioner), answers: true },
  stranger: { person: member('Célimène Kerbrat', practitionerSheet, practitioner) },
  guest: { person: member('Ignace Lavergnas', shutSheet, ['guest']) },
  'guest with a full sheet': { person: member('Rosemonde Mazeret', fullSheet, ['guest']) },
  'Administrator of the dossier': { person: user('Tancrède Nivollet', 'client-administrator'), uses: true },
  'Full Access of the dossier': { person: user('Ursule Orcival', 'client-full-access'), uses: true },
  'Document Processing of the dossier': {
    person: user('Venance Pradines', 'client-document-processing'),
    uses: true,
  },
  'Document Processing + Archive of the dossier': {
    person: user('Wilhelmine Quérol', 'client-document-processing-archive'),
    uses: true,
  },
  'Full Feedback of the dossier': { person: user('Ysoline Rambaud', 'client-full-feedback'), uses: true },
  'Document Delivery of the dossier': { person: user('Zacharie Sorbier', 'client-document-delivery'), uses: true },
  'Administrator elsewhere': { person: user('Adélaïde Tournemire', 'client-administrator') },
  'Full Access elsewhere': { person: user('Baudouin Ussel', 'client-full-access') },
  'Document Processing elsewhere': { person: user('Clotilde Vaugelas', 'client-document-processing') },
  'Document Processing + Archive elsewhere': { person: user('Donatien Wissant', 'client-document-processing-archive') },
  'Full Feedback elsewhere': { person: user('Euphrasie Xaintrailles', 'client-full-feedback') },
  'Document Delivery elsewhere': { person: user('Fulgence Yzeure', 'client-document-delivery') },
  'administrator, invited': { person: member('Gersende Zuber', fullSheet, ['administrator'], 'invited') },
  'administrator, inactive': { person: member('Hilarion Abadie', fullSheet, ['administrator'], 'inactive') },
  'owner, invited': { person: member('Iseult Bressuire', practitionerSheet, practitioner, 'invited'), owns: true },
  'owner, inactive': { person: member('Josselin Cazaubon', practitionerSheet, practitioner, 'inactive'), owns: true },
  'responsible, invited': {
    person: member('Léopoldine Daguerre', practitionerSheet, practitioner, 'invited'),
    answers: true,
  },
  'responsible, inactive': {
    person: member('Marcellin Estève', practitionerSheet, practitioner, 'inactive'),
    answers: true,
  },
  'Administrator of the dossier, invited': {
    person: user('Nicéphore Fabrègues', 'client-administrator', 'invited'),
    uses: true,
  },
  'Administrator of the dossier, inactive': {
    person: user('Ombeline Gaillac', 'client-administrator', 'inactive'),
    uses: true,
  },
}

export const everyPersona: readonly Persona[] = personas

/** The person behind a persona. */
export const personOf = (persona: Persona): Stored<Person> => characters[persona].person

/** Somebody who is none of the personas: whose thing it is when it is another's. */
export const SOMEBODY_ELSE = idOf(900)

const modulesOf = (archive: Variations['archive'] | undefined): readonly Module[] =>
  archive === 'off' ? ['figures', 'history'] : ['archive', 'figures']

const whose = (of: 'oneself' | 'another', persona: Persona): string =>
  of === 'oneself' ? personOf(persona).personId : SOMEBODY_ELSE

/** A situation: this persona, and what circumstances say of the things at hand; a thing not mentioned is not there. */
export const situationOf = (persona: Persona, circumstances: Partial<Variations>): Situation => {
  const { person, owns, answers, uses } = characters[persona]
  const {
    dossier,
    archive,
    author,
    asker,
    member: entry,
    requester,
    request,
    standIn,
    holder,
    purpose,
    link,
  } = circumstances
  return {
    actor: person,
    ...(dossier === undefined
      ? {}
      : {
          dossier: {
            ownerId: owns === true ? person.personId : SOMEBODY_ELSE,
            responsibleId: answers === true ? person.personId : SOMEBODY_ELSE,
            state: dossier,
            modules: modulesOf(archive),
          },
          access: uses === true ? { personId: person.personId } : undefined,
        }),
    ...(author === undefined ? {} : { document: { createdBy: whose(author, persona) } }),
    ...(asker === undefined ? {} : { transfer: { askedBy: whose(asker, persona) } }),
    ...(entry === undefined ? {} : { member: { personId: whose(entry, persona) } }),
    ...(requester === undefined
      ? {}
      : {
          request: {
            requestedBy: requester === 'oneself' ? person.personId : SOMEBODY_ELSE,
            joinedBy: requester === 'joined by oneself' ? [person.personId] : [],
            state: request ?? 'pending',
          },
        }),
    ...(standIn === undefined ? {} : { followUp: { standIns: standIn === 'oneself' ? [person.personId] : [] } }),
    ...(holder === undefined
      ? {}
      : { link: { personId: whose(holder, persona), purpose: purpose ?? 'activation', live: link === 'live' } }),
  }
}
