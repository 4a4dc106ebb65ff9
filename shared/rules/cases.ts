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
  request: ['pending', 'approved', 'refused', 'withdrawn', 'expired'],
  /** Who was asked in the responsible's place. */
  standIn: ['oneself', 'nobody'],
  /** Whom the link was mailed to. */
  holder: ['oneself', 'another'],
  purpose: ['access-decision', 'activation'],
  link: ['live', 'used', 'expired'],
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
  (persona) => !persona.startsWith('guest') && !/ (of the dossier|elsewhere)$/.test(persona),
)

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
