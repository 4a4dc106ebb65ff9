/**
 * One shared world of invented people and things. Every test that asks "who may" takes its people from here; each
 * persona says who they are and what they are to the dossier at hand.
 */
import type { ClientUser, Member, Person } from '../shared/people.ts'
import type { ApplicationLevel, ApplicationName, Profile, Role, RoomRole } from '../shared/roles.ts'
import { type Persona, personas, type Variations } from '../shared/rules/cases.ts'
import {
  modules as allModules,
  type Module,
  type Seat,
  type Situation,
  type SpaceMembership,
} from '../shared/rules/situation.ts'
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
  readonly uses?: true | 'until lately'
  /** What they are in the room at hand, or in another one. */
  readonly seat?: {
    readonly role: RoomRole
    readonly attachedTo?: RoomRole
    readonly active?: false
    readonly elsewhere?: true
  }
  /** What they are in the space at hand, or in another one. */
  readonly membership?: {
    readonly level: SpaceMembership['level']
    readonly at?: ApplicationLevel
    readonly otherApplication?: true
    readonly elsewhere?: true
  }
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
  'Administrator of the dossier until lately': {
    person: user('Ulysse Bonnaventure', 'client-administrator'),
    uses: 'until lately',
  },
  'assigned profile reader': {
    person: member('Perrine Lacaze', opens({ profiles: { view: 'assigned', edit: 'none' } }), []),
  },
  'assigned profile editor': {
    person: member('Quitterie Malaval', opens({ profiles: { view: 'assigned', edit: 'assigned' } }), []),
  },
  'assigned documentation reader': {
    person: member('Romaric Nogaret', opens({ documentation: { view: 'assigned', edit: 'none' } }), []),
  },
  'assigned documentation editor': {
    person: member('Solène Ozanam', opens({ documentation: { view: 'assigned', edit: 'assigned' } }), []),
  },
  'assigned invoice reader': {
    person: member('Thiébaud Pontet', opens({ invoices: { view: 'assigned', edit: 'none' } }), []),
  },
  'assigned invoice editor': {
    person: member('Urbain Quercy', opens({ invoices: { view: 'assigned', edit: 'assigned' } }), []),
  },
  'all invoices reader': {
    person: member('Violaine Rességuier', opens({ invoices: { view: 'all', edit: 'none' } }), []),
  },
  'own calendar viewer': { person: member('Wandrille Sabatier', shutSheet, []) },
  'all calendars viewer': {
    person: member('Xavière Taillefer', opens({ calendars: { view: 'all', edit: 'own' } }), []),
  },
  'Member of the room': { person: member('Yolaine Urbain-Roy', shutSheet, []), seat: { role: 'member' } },
  'Editor of the room': { person: member('Zénobie Valadier', shutSheet, []), seat: { role: 'editor' } },
  'Group manager of the room': { person: member('Aubin Wagener', shutSheet, []), seat: { role: 'group-manager' } },
  'Admin of the room': { person: member('Bérengère Xans', shutSheet, []), seat: { role: 'admin' } },
  'Assistant of a Member': {
    person: member('Côme Yvetot', shutSheet, []),
    seat: { role: 'assistant', attachedTo: 'member' },
  },
  'Assistant of an Editor': {
    person: member('Thècle Bonnafous', shutSheet, []),
    seat: { role: 'assistant', attachedTo: 'editor' },
  },
  'Assistant of an Admin': {
    person: member('Diane Zeller', shutSheet, []),
    seat: { role: 'assistant', attachedTo: 'admin' },
  },
  'Assistant of an inactive Member': {
    person: member('Éloi Arcambal', shutSheet, []),
    seat: { role: 'assistant', attachedTo: 'member', active: false },
  },
  'Assistant attached to nobody': { person: member('Fantine Bessières', shutSheet, []), seat: { role: 'assistant' } },
  'Admin of another room': {
    person: member('Guilhem Cabrol', shutSheet, []),
    seat: { role: 'admin', elsewhere: true },
  },
  'Group manager of another room': {
    person: member('Héloïse Delmas', shutSheet, []),
    seat: { role: 'group-manager', elsewhere: true },
  },
  'Member of another room': {
    person: member('Isidore Escande', shutSheet, []),
    seat: { role: 'member', elsewhere: true },
  },
  'Admin of the room, inactive': {
    person: member('Jehanne Fontanel', shutSheet, [], 'inactive'),
    seat: { role: 'admin' },
  },
  'administrator of the space': {
    person: member('Killian Gaubert', shutSheet, []),
    membership: { level: 'administrator' },
  },
  'member of the space': { person: member('Lorette Hébrard', shutSheet, []), membership: { level: 'member' } },
  'administrator of the application': {
    person: member('Maxence Imbert', shutSheet, []),
    membership: { level: 'member', at: 'administrator' },
  },
  'author in the application': {
    person: member('Noémie Jacquemin', shutSheet, []),
    membership: { level: 'member', at: 'author' },
  },
  'reader of the application': {
    person: member('Octave Kerguelen', shutSheet, []),
    membership: { level: 'member', at: 'reader' },
  },
  'administrator of another application': {
    person: member('Prudence Lamothe', shutSheet, []),
    membership: { level: 'member', at: 'administrator', otherApplication: true },
  },
  'guest reader of the application': {
    person: member('Quentin Montaigut', shutSheet, ['guest']),
    membership: { level: 'member', at: 'reader' },
  },
  'administrator of another space': {
    person: member('Raphaëlle Nadaud', shutSheet, []),
    membership: { level: 'administrator', elsewhere: true },
  },
  'administrator of the space, inactive': {
    person: member('Sylvère Orliac', shutSheet, [], 'inactive'),
    membership: { level: 'administrator' },
  },
  'Assistant of an Admin of another room': {
    person: member('Tiphaine Puymirol', shutSheet, []),
    seat: { role: 'assistant', attachedTo: 'admin', elsewhere: true },
  },
}

export const everyPersona: readonly Persona[] = personas

/** The person behind a persona. */
export const personOf = (persona: Persona): Stored<Person> => characters[persona].person

/** Somebody who is none of the personas: whose thing it is when it is another's. */
export const SOMEBODY_ELSE = idOf(900)

const CLIENT_GROUP = idOf(905)
const ROOM = idOf(910)
const GROUP = idOf(911)
const SPACE = idOf(920)
const ELSEWHERE = idOf(930)
/** The member whom an Assistant is attached to, and the Assistant whom a member has. */
const PRINCIPAL = idOf(940)
const ASSISTANT = idOf(941)

const everyModule = Object.keys(allModules) as Module[]

const modulesOf = (
  archive: Variations['archive'] | undefined,
  which: Variations['modules'] | undefined,
): readonly Module[] => {
  if (which === 'none') return []
  if (which !== undefined) return everyModule.filter((module) => which !== `without ${module}`)
  return archive === 'off' ? ['figures', 'history'] : ['archive', 'figures']
}

const whose = (of: 'oneself' | 'another', persona: Persona): string =>
  of === 'oneself' ? personOf(persona).personId : SOMEBODY_ELSE

const shareOf = (share: Variations['share'], personId: string): Situation['share'] =>
  share === 'none' ? undefined : { personId, access: share === 'read' ? 'read' : 'write', live: share !== 'ended' }

const assignmentOf = (assigned: Variations['assigned'], personId: string): Situation['assignment'] =>
  assigned === 'no'
    ? undefined
    : { personId, assigned: assigned === 'by name' ? {} : null, dossierIds: assigned === 'by name' ? [] : [ELSEWHERE] }

const granteeOf = (grantee: Variations['grantee'], ownerId: string): Situation['grantee'] => {
  if (grantee === 'client user') return { personId: SOMEBODY_ELSE, kind: 'client-user', status: 'active' }
  return {
    personId: grantee === 'owner' ? ownerId : idOf(901),
    kind: 'member',
    status: grantee === 'inactive colleague' ? 'inactive' : 'active',
    roles: grantee === 'guest' ? ['guest'] : grantee === 'colleague who keeps no dossiers' ? [] : ['practitioner'],
  }
}

const offerOf = (offered: Variations['offered'] | undefined, personId: string) => ({
  giverId: offered === 'by oneself' ? personId : SOMEBODY_ELSE,
  recipientId: offered === 'to oneself' ? personId : idOf(901),
})

const proposalOf = (proposal: Variations['proposal']): Situation['proposal'] => ({
  roles: proposal === 'wider role' ? ['administrator'] : ['practitioner'],
  ...(proposal === 'own sheet' ? { sheet: shutSheet } : {}),
})

const userOf = (
  user: Variations['user'],
  uses: Variations['uses'] | undefined,
  persona: Persona,
): Pick<Situation, 'user' | 'userAccess'> => {
  const { personId, kind } =
    user === 'oneself' ? personOf(persona) : { personId: idOf(902), kind: 'client-user' as const }
  const assigned = user === 'of the dossier' || (user === 'oneself' && characters[persona].uses === true)
  return {
    user: { personId, kind: user === 'a member' ? 'member' : kind, dossiers: uses === 'others too' ? 2 : 1 },
    userAccess: assigned ? { personId } : undefined,
  }
}

/** What the room knows of a person: groups are the thing's own where circumstances put them in it. */
const seatOf = (persona: Persona, groups: Variations['groups'] | undefined): Seat | undefined => {
  const { person, seat } = characters[persona]
  if (seat === undefined) return undefined
  const { role, attachedTo, active = true, elsewhere } = seat
  const isIn = groups === 'in' ? [GROUP] : []
  return {
    roomId: elsewhere === true ? ELSEWHERE : ROOM,
    personId: person.personId,
    role,
    groupIds: role === 'assistant' ? [] : isIn,
    manages: groups === 'manages' && role === 'group-manager' ? [GROUP] : [],
    ...(attachedTo === undefined
      ? {}
      : { attachedTo: { personId: PRINCIPAL, role: attachedTo, groupIds: isIn, active } }),
    ...(role === 'assistant' ? {} : { assistants: [ASSISTANT] }),
  }
}

const membershipOf = (persona: Persona, application: ApplicationName | undefined): SpaceMembership | undefined => {
  const { person, membership } = characters[persona]
  if (membership === undefined) return undefined
  const { level, at, otherApplication, elsewhere } = membership
  const other: ApplicationName = application === 'pages' ? 'files' : 'pages'
  const where = otherApplication === true ? other : (application ?? 'pages')
  return {
    spaceId: elsewhere === true ? ELSEWHERE : SPACE,
    personId: person.personId,
    level,
    applications: at === undefined ? {} : { [where]: at },
  }
}

/** In a meeting an Assistant is meant by their member. */
const inMeeting = (persona: Persona): string =>
  characters[persona].seat?.role === 'assistant' ? PRINCIPAL : personOf(persona).personId

const annotationBy = (annotation: Variations['annotation'], personId: string): string =>
  ({ oneself: personId, 'their member': PRINCIPAL, 'their assistant': ASSISTANT, another: SOMEBODY_ELSE })[annotation]

/** What is at hand in a room, a meeting and a space. */
const gathered = (persona: Persona, so: Partial<Variations>): Partial<Situation> => {
  const { personId } = personOf(persona)
  const whoever = inMeeting(persona)
  const only = (is: boolean, id = personId): readonly string[] => (is ? [id] : [SOMEBODY_ELSE])
  return {
    ...(so.groups === undefined
      ? {}
      : { room: { roomId: ROOM }, seat: seatOf(persona, so.groups), group: { groupId: GROUP } }),
    ...(so.meeting === undefined
      ? {}
      : {
          meeting: {
            groupIds: [GROUP],
            participants: only(so.part === 'takes part', whoever),
            state: so.meeting,
            evaluated: so.evaluation === 'has results',
            signatories: only(so.signatory === 'signatory'),
          },
        }),
    ...(so.recused === undefined ? {} : { agendaItem: { recused: only(so.recused === 'recused', whoever) } }),
    ...(so.vote === undefined ? {} : { vote: { open: so.vote === 'open', byProxy: only(so.voice === 'by proxy') } }),
    ...(so.annotation === undefined ? {} : { annotation: { authorId: annotationBy(so.annotation, personId) } }),
    ...(so.task === undefined ? {} : { task: { assigneeId: whose(so.task, persona), groupIds: [GROUP] } }),
    ...(so.space === undefined
      ? {}
      : {
          space: { spaceId: SPACE, state: so.space },
          membership: membershipOf(persona, so.application),
          ...(so.application === undefined ? {} : { application: { name: so.application } }),
        }),
  }
}

const answeredBy = (asked: Variations['asked']): Partial<NonNullable<Situation['dossier']>> => {
  if (asked === 'as the office') return { answeredBy: 'office' }
  return asked.endsWith('client group') ? { answeredBy: 'client-group', clientGroupId: CLIENT_GROUP } : {}
}

/** A link is for what is at hand; one for something else is for deciding access requests, or for activating accounts. */
const purposeOf = ({ purpose, asked, offer, approval }: Partial<Variations>): string => {
  const isFor =
    asked !== undefined
      ? 'access-decision'
      : offer !== undefined
        ? 'offer-answer'
        : approval !== undefined
          ? 'document-approval'
          : 'activation'
  if (purpose === 'this') return isFor
  return isFor === 'access-decision' ? 'activation' : 'access-decision'
}

const isStandingIn = (how: string | undefined): boolean =>
  how === 'for the absent' || how === 'for somebody who is back'

/** A situation: this persona, and what circumstances say of the things at hand; a thing not mentioned is not there. */
export const situationOf = (persona: Persona, so: Partial<Variations>): Situation => {
  const { person, owns, answers, uses } = characters[persona]
  const { personId } = person
  const ownerId = owns === true ? personId : SOMEBODY_ELSE
  const marked = so.confidential === undefined ? {} : { confidential: so.confidential === 'item' }
  return {
    actor: person,
    ...(so.dossier === undefined
      ? {}
      : {
          dossier: {
            ownerId,
            responsibleId: answers === true ? personId : SOMEBODY_ELSE,
            ...(so.asked === undefined ? {} : answeredBy(so.asked)),
            state: so.dossier,
            modules: modulesOf(so.archive, so.modules),
            ...(so.confidential === undefined ? {} : { confidential: so.confidential === 'dossier' }),
            ...(so.contents === undefined
              ? {}
              : { contents: { open: so.contents === 'all marked' ? 0 : 2, confidential: 1 } }),
          },
          access: uses === undefined ? undefined : { personId, live: uses === true },
        }),
    ...(so.share === undefined ? {} : { share: shareOf(so.share, personId) }),
    ...(so.assigned === undefined ? {} : { assignment: assignmentOf(so.assigned, personId) }),
    ...(so.author === undefined
      ? {}
      : {
          document: {
            createdBy: whose(so.author, persona),
            approvers: so.approver === 'named' ? [personId] : [SOMEBODY_ELSE],
            ...(so.approval === undefined ? {} : { state: so.approval === 'to approve' ? 'to-approve' : 'in-process' }),
            ...marked,
          },
        }),
    ...(so.author === undefined && so.confidential !== undefined
      ? { note: { createdBy: SOMEBODY_ELSE, ...marked } }
      : {}),
    ...(isStandingIn(so.approver) || isStandingIn(so.asked)
      ? {
          absence: {
            personId: SOMEBODY_ELSE,
            deputyId: personId,
            live: [so.approver, so.asked].includes('for the absent'),
          },
        }
      : {}),
    ...(so.asked === undefined
      ? {}
      : {
          clientGroup: {
            clientGroupId: so.asked === 'for another client group' ? ELSEWHERE : CLIENT_GROUP,
            responsibleIds: [personId],
          },
        }),
    ...(so.copy === undefined ? {} : { copy: { widens: so.copy === 'widens' } }),
    ...(so.asker === undefined ? {} : { transfer: { askedBy: whose(so.asker, persona) } }),
    ...(so.member === undefined ? {} : { member: { personId: whose(so.member, persona) } }),
    ...(so.grantee === undefined ? {} : { grantee: granteeOf(so.grantee, ownerId) }),
    ...(so.proposal === undefined ? {} : { proposal: proposalOf(so.proposal) }),
    ...(so.successor === undefined ? {} : { successors: [whose(so.successor, persona)] }),
    ...(so.user === undefined ? {} : userOf(so.user, so.uses, persona)),
    ...(so.requester === undefined
      ? {}
      : {
          request: {
            requestedBy: so.requester === 'oneself' ? personId : SOMEBODY_ELSE,
            joinedBy: so.requester === 'joined by oneself' ? [personId] : [],
            state: so.request === 'ended' ? 'approved' : (so.request ?? 'pending'),
          },
        }),
    ...(so.met === undefined ? {} : { workspace: { dossiersMet: so.met === 'may be met' } }),
    ...(so.offer === undefined ? {} : { offer: { ...offerOf(so.offered, personId), state: so.offer } }),
    ...(so.asked === undefined ? {} : { followUp: { standIns: so.asked === 'as a stand-in' ? [personId] : [] } }),
    ...(so.holder === undefined
      ? {}
      : {
          link: { personId: whose(so.holder, persona), purpose: purposeOf(so), live: so.link === 'live' },
        }),
    ...(so.calendar === undefined ? {} : { appointment: { memberId: whose(so.calendar, persona) } }),
    ...(so.invoice === undefined ? {} : { invoice: { state: so.invoice } }),
    ...(so.companion === undefined ? {} : { companion: so.companion === 'member' ? { personId } : undefined }),
    ...(so.collaborativeSpace === undefined
      ? {}
      : { collaborativeSpace: { state: so.collaborativeSpace, members: so.companions === 'one' ? 1 : 3 } }),
    ...gathered(persona, so),
  }
}
