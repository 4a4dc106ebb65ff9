/**
 * The vocabulary of expected cells. A capability's `cases.ts` is written from the requirements by somebody who has not
 * read its rules: it names every cell that is allowed, and whoever and whatever it does not name is expected refused.
 */
import type { Action } from '../actions.ts'

/** The people of the test world; `test/world.ts` makes each of them, and says what they are to the dossier at hand. */
export const personas = [
  'administrator',
  'administrator, shut sheet',
  'office member',
  'documentation reader',
  'documentation editor',
  'profile reader',
  'profile editor',
  'settings reader',
  'settings editor',
  'calendar and invoice keeper',
  'coordinator',
  'user manager',
  'super user',
  'super admin',
  'owner',
  'owner, shut sheet',
  'owner and responsible',
  'responsible',
  'stranger',
  'guest',
  'guest with a full sheet',
  'Administrator of the dossier',
  'Full Access of the dossier',
  'Document Processing of the dossier',
  'Document Processing + Archive of the dossier',
  'Full Feedback of the dossier',
  'Document Delivery of the dossier',
  'Administrator elsewhere',
  'Full Access elsewhere',
  'Document Processing elsewhere',
  'Document Processing + Archive elsewhere',
  'Full Feedback elsewhere',
  'Document Delivery elsewhere',
  'administrator, invited',
  'administrator, inactive',
  'owner, invited',
  'owner, inactive',
  'responsible, invited',
  'responsible, inactive',
  'Administrator of the dossier, invited',
  'Administrator of the dossier, inactive',
  // Their access had an end, which has passed (P-12).
  'Administrator of the dossier until lately',
  // What a sheet opens of the clients assigned to them: these differ from one another in one area each.
  'assigned profile reader',
  'assigned profile editor',
  'assigned documentation reader',
  'assigned documentation editor',
  'assigned invoice reader',
  'assigned invoice editor',
  'all invoices reader',
  'own calendar viewer',
  'all calendars viewer',
  // People of a room (R-03 … R-08): what they are in it; `groups` says what they have to do with the thing at hand.
  'Member of the room',
  'Editor of the room',
  'Group manager of the room',
  'Admin of the room',
  'Assistant of a Member',
  'Assistant of an Editor',
  'Assistant of an Admin',
  'Assistant of an inactive Member',
  'Assistant attached to nobody',
  'Admin of another room',
  'Group manager of another room',
  'Member of another room',
  'Assistant of an Admin of another room',
  'Admin of the room, inactive',
  // People of a space (C-03): what they are in it and in the application at hand.
  'administrator of the space',
  'member of the space',
  'administrator of the application',
  'author in the application',
  'reader of the application',
  'administrator of another application',
  'guest reader of the application',
  'administrator of another space',
  'administrator of the space, inactive',
] as const
export type Persona = (typeof personas)[number]

/** What may differ between two situations in which the same person asks for the same thing. */
export const variations = {
  /** The state of the dossier at hand. */
  dossier: ['active', 'closed', 'archived'],
  /** Whether the dossier has the digital archive on. */
  archive: ['on', 'off'],
  /** Who put the document in. */
  author: ['oneself', 'another'],
  /** Who asked for the sending. */
  asker: ['oneself', 'another'],
  /** Whose member entry it is. */
  member: ['oneself', 'another'],
  /** Who made the access request, or asked for the same and so joined it. */
  requester: ['oneself', 'joined by oneself', 'another'],
  /** Ended: approved, refused, withdrawn, expired or closed without verdict; it waits for nobody any more. */
  request: ['pending', 'information-asked', 'ended'],
  /**
   * Why the person is asked about an access request, if they are: as an administrator in the responsible's place; for
   * somebody who is absent, or back by now; for the client group that answers, or one that does not; as the office, where it answers. `by name`
   * says nothing beside who is the responsible.
   */
  asked: [
    'by name',
    'as a stand-in',
    'for the absent',
    'for somebody who is back',
    'for the client group',
    'for another client group',
    'as the office',
  ],
  /** Whom the link was mailed to. */
  holder: ['oneself', 'another'],
  /** Whether it was mailed for what the action does. */
  purpose: ['this', 'something else'],
  /** Live, or used or expired. */
  link: ['live', 'over'],
  /** Which modules the dossier has on, of all five (P-02). */
  modules: ['all', 'without figures', 'without history', 'without payment', 'without financial', 'none'],
  /** Whether the dossier is shared with the person, and how far; an ended share's end date has passed. */
  share: ['none', 'read', 'write', 'ended'],
  /** Whether the client at hand is assigned to the person, by somebody or because they own another dossier of it. */
  assigned: ['no', 'by name', 'as owner of another dossier'],
  /** What is confidential: nothing, the note, form, document or entry at hand, or the whole dossier. */
  confidential: ['nothing', 'item', 'dossier'],
  /** Whether anything in the dossier has no mark of its own (D-07). */
  contents: ['some open', 'all marked'],
  /** Whether the organisation lets its members know of dossiers that they may not open (D-22). */
  met: ['may be met', 'may not be met'],
  /** What the person is to the offer of a dossier; whoever gives it owns it no more once it is accepted. */
  offered: ['to oneself', 'by oneself', 'between others'],
  offer: ['pending', 'accepted', 'refused', 'withdrawn', 'expired'],
  /** Whether the person is named as approver of the document, or stands in for somebody who is and is absent (B-11). */
  approver: ['named', 'for the absent', 'for somebody who is back', 'not named'],
  /** Whether the document waits for approval. */
  approval: ['to approve', 'in process'],

  /** Whether a copy, move or restore would let more people see the item. */
  copy: ['widens', 'does not widen'],
  /** Who is to receive a share, an assignment or a dossier: a colleague is a practitioner unless said. */
  grantee: ['colleague', 'colleague who keeps no dossiers', 'owner', 'guest', 'inactive colleague', 'client user'],
  /** What a new member is to be given: the defaults of a practitioner or guest, a wider role, a sheet of their own. */
  proposal: ['plain', 'wider role', 'own sheet'],
  /** To whom something is handed over. */
  successor: ['oneself', 'another'],
  /** Whom an act on a client user is about. */
  user: ['of the dossier', 'elsewhere', 'oneself', 'a member'],
  /** Whether that person uses this dossier alone. */
  uses: ['this dossier alone', 'others too'],
  /** Whose calendar the appointment is in. */
  calendar: ['oneself', 'another'],
  invoice: ['draft', 'issued', 'part-paid', 'paid', 'credited'],
  /** Whether the person is a member of the collaborative space at hand. */
  companion: ['member', 'not a member'],
  collaborativeSpace: ['open', 'closed'],
  /** How many members it has, the person included if they are one. */
  companions: ['one', 'several'],
  /** What the person has to do with the groups of the thing at hand; an Assistant by their member. */
  groups: ['in', 'manages', 'neither'],
  meeting: ['draft', 'published', 'running', 'closed'],
  /** Whether the person takes part in the meeting; an Assistant by their member. */
  part: ['takes part', 'does not'],
  /** Whether the person is recused from the agenda item; an Assistant by their member. */
  recused: ['recused', 'not recused'],
  signatory: ['signatory', 'not a signatory'],
  /** Whether the evaluation is closed and at least three answered. */
  evaluation: ['has results', 'has none'],
  vote: ['open', 'closed'],
  /** Whether the person gave their voice to a proxy. */
  voice: ['own', 'by proxy'],
  annotation: ['oneself', 'their member', 'their assistant', 'another'],
  task: ['oneself', 'another'],
  space: ['open', 'closed', 'archived'],
  application: ['pages', 'messages', 'files', 'agenda', 'project', 'forum'],
} as const
export type Variations = { readonly [V in keyof typeof variations]: (typeof variations)[V][number] }

/** One line of a table: these people, under these circumstances, may; what is not mentioned does not matter. */
export type Allowed = {
  /** The requirement that says so. */
  readonly source: string
  readonly who: readonly Persona[]
  readonly when: { readonly [V in keyof Variations]?: readonly Variations[V][] }
}

export const allowed = (source: string, who: readonly Persona[], when: Allowed['when'] = {}): Allowed => ({
  source,
  who,
  when,
})

export type Cases = { readonly [A in Action]?: readonly Allowed[] }

/** The requirement's own groups of people, so that a table reads like it. */
const inactive = (persona: Persona): boolean => /, (invited|inactive)$/.test(persona)

/** Everyone whose account is active, whatever they are. */
export const everyoneActive: readonly Persona[] = personas.filter((persona) => !inactive(persona))

/** The active client users assigned to the dossier, one of each profile. */
export const usersOfTheDossier: readonly Persona[] = everyoneActive.filter((persona) =>
  persona.endsWith(' of the dossier'),
)

/** The organisation's own staff: guests have no directory entry and are not members (words of the requirements). */
export const staff: readonly Persona[] = everyoneActive.filter(
  (persona) => !persona.startsWith('guest') && !/ (of the dossier|elsewhere|until lately)$/.test(persona),
)

/** Whoever a sheet or role is of, without those who own the dossier at hand. */
export const butOwners = (people: readonly Persona[]): readonly Persona[] =>
  people.filter((persona) => !owners.includes(persona))

export const owners: readonly Persona[] = ['owner', 'owner, shut sheet', 'owner and responsible']
export const responsibles: readonly Persona[] = ['responsible', 'owner and responsible']

/** Whose sheet opens all documentation to view, and whose to edit. */
export const viewAllDocumentation: readonly Persona[] = [
  'administrator',
  'office member',
  'documentation reader',
  'documentation editor',
]
export const editAllDocumentation: readonly Persona[] = ['administrator', 'office member', 'documentation editor']

/** The same for profiles. */
export const viewAllProfiles: readonly Persona[] = [
  'administrator',
  'office member',
  'profile reader',
  'profile editor',
]
export const editAllProfiles: readonly Persona[] = ['administrator', 'office member', 'profile editor']

/*
 * The permission sheet of a team (S-01 … S-09), row by row: who of the personas has which breadth. Guests have a sheet,
 * too, but it opens nothing (C-05). Everyone by the name `byDefaultSheet` has a practitioner's default.
 *
 * | area          | right | all                            | assigned (calendars: own)                                  |
 * | ------------- | ----- | ------------------------------ | ---------------------------------------------------------- |
 * | profiles      | view  | viewAllProfiles                | viewAssignedProfiles                                       |
 * |               | edit  | editAllProfiles                | editAssignedProfiles                                       |
 * | documentation | view  | viewAllDocumentation           | viewAssignedDocumentation                                  |
 * |               | edit  | editAllDocumentation           | editAssignedDocumentation                                  |
 * | calendars     | view  | viewAllCalendars               | staff                                                      |
 * |               | edit  | editAllCalendars               | staff                                                      |
 * | invoices      | view  | viewAllInvoices                | viewAssignedInvoices                                       |
 * |               | edit  | editAllInvoices                | editAssignedInvoices                                       |
 * | settings      | view  | viewSettings                   | there is none                                              |
 * |               | edit  | editSettings                   | there is none                                              |
 *
 * The groups of the last column are those who have that breadth and no wider one: `all` is in a line of its own.
 */

/** Profiles and documentation assigned (view and edit), their own calendar, no invoices, no settings. */
const byDefaultSheet: readonly Persona[] = [
  'coordinator',
  'user manager',
  'super user',
  'super admin',
  'owner',
  'owner and responsible',
  'responsible',
  'stranger',
]
export const viewAssignedProfiles: readonly Persona[] = [
  ...byDefaultSheet,
  'assigned profile reader',
  'assigned profile editor',
]
export const editAssignedProfiles: readonly Persona[] = [...byDefaultSheet, 'profile reader', 'assigned profile editor']
export const viewAssignedDocumentation: readonly Persona[] = [
  ...byDefaultSheet,
  'assigned documentation reader',
  'assigned documentation editor',
]
export const editAssignedDocumentation: readonly Persona[] = [
  ...byDefaultSheet,
  'documentation reader',
  'assigned documentation editor',
]
export const editAllCalendars: readonly Persona[] = ['administrator', 'office member', 'calendar and invoice keeper']
export const viewAllCalendars: readonly Persona[] = [...editAllCalendars, 'all calendars viewer']
export const editAllInvoices: readonly Persona[] = ['administrator', 'office member', 'calendar and invoice keeper']
export const viewAllInvoices: readonly Persona[] = [...editAllInvoices, 'all invoices reader']
export const viewAssignedInvoices: readonly Persona[] = ['assigned invoice reader', 'assigned invoice editor']
export const editAssignedInvoices: readonly Persona[] = ['assigned invoice editor']
export const editSettings: readonly Persona[] = ['administrator', 'settings editor']
export const viewSettings: readonly Persona[] = [...editSettings, 'settings reader']

export const coordinators: readonly Persona[] = ['coordinator']
export const userManagers: readonly Persona[] = ['user manager']

/** Who may be given a share, clients or a place in a space: a practitioner or not, but neither guest nor inactive. */
export const colleagues = { grantee: ['colleague', 'colleague who keeps no dossiers'] } as const

/** Whoever may hold a share: any member of the organisation; a share of a guest or a client user gives nothing (D-04). */
export const collaborators: readonly Persona[] = [...staff]

/** The circumstances in which a share, an assignment or a wide scope gives something. */
export const shared = { share: ['read', 'write'] } as const
export const sharedToWrite = { share: ['write'] } as const
export const covered = { assigned: ['by name', 'as owner of another dossier'] } as const
/** What is at hand is not confidential: neither its own mark nor its whole dossier's. */
export const notConfidential = { confidential: ['nothing'] } as const
/** Not the whole dossier is: part of it is open, at least. */
export const notWholly = { confidential: ['nothing', 'item'] } as const
/** Nor is everything in it marked, one by one (D-07): what wide scopes may open of a dossier as such. */
export const openInPart = { ...notWholly, contents: ['some open'] } as const
export const active = { dossier: ['active'] } as const

/** One row of P-04: who has this word in their column; the columns are the requirement's, in its order. */
const row =
  (...cells: readonly [string, string, string, string, string, string]) =>
  (word = 'yes'): readonly Persona[] =>
    usersOfTheDossier.filter((_, column) => cells[column] === word)

/** P-04, whole: Administrator, Full Access, Document Processing, …+ Archive, Full Feedback, Document Delivery. */
// biome-ignore format: a table is read by its columns
export const P04 = {
  'import documents':              row('yes',   'yes',   'yes',   'yes',   'no',    'yes'),
  'process documents':             row('yes',   'yes',   'yes',   'yes',   'no',    'no'),
  'send documents':                row('yes',   'yes',   'yes',   'yes',   'no',    'yes'),
  'see documents in process':      row('all',   'all',   'all',   'all',   'none',  'own'),
  'approve documents':             row('named', 'named', 'named', 'named', 'named', 'named'),
  'figures and reports':           row('yes',   'yes',   'no',    'no',    'yes',   'no'),
  'digital archive':               row('yes',   'yes',   'no',    'yes',   'yes',   'no'),
  'supplier and customer history': row('yes',   'yes',   'no',    'no',    'yes',   'no'),
  'payment module':                row('yes',   'yes',   'no',    'no',    'yes',   'no'),
  'financial menu':                row('yes',   'yes',   'no',    'no',    'yes',   'no'),
  'dossier settings':              row('yes',   'no',    'no',    'no',    'no',    'no'),
  'create users of the dossier':   row('yes',   'no',    'no',    'no',    'no',    'no'),
  'messages module':               row('yes',   'yes',   'no',    'no',    'yes',   'no'),
} as const
