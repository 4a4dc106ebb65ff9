/** The columns of the permission tables: people of the world, each with the tie that makes them what the column says. */
import { type Bilingual, profiles, roles, roomRoles } from '../../shared/roles.ts'
import type { Persona, Variations } from '../../shared/rules/cases.ts'

export type Column = {
  readonly persona: Persona
  readonly words: Bilingual
  /** What they are to the thing at hand, where the persona alone does not say it. */
  readonly tie?: Partial<Variations>
  /** Whom they are like where nothing more is said of them; a column like theirs in every row is not shown. */
  readonly like?: Persona
}

/** Nobody has a share or an assignment that their column does not say; every other tie is a condition of a cell. */
export const noTie: Partial<Variations> = { share: 'none', assigned: 'no' }

const MEMBER: Persona = 'own calendar viewer'
const CLIENT_USER: Persona = 'Document Processing elsewhere'

const assigned = { assigned: 'by name' } as const

/** A sheet opens each area by itself: these people have that right and no other. */
const bySheet = (persona: Persona, en: string, fr: string, tie?: Partial<Variations>): Column => ({
  persona,
  words: { en: `sheet: ${en}`, fr: `fiche : ${fr}` },
  like: MEMBER,
  ...(tie === undefined ? {} : { tie }),
})

const withRole = (persona: Persona, role: keyof typeof roles): Column => ({
  persona,
  words: roles[role],
  like: MEMBER,
})

const inRoom = (persona: Persona, words: Bilingual): Column => ({ persona, words, like: MEMBER })

const assistantOf = (persona: Persona, of: Bilingual): Column =>
  inRoom(persona, { en: `Assistant of: ${of.en}`, fr: `assistant·e de : ${of.fr}` })

export const profileColumns: readonly Column[] = [
  { persona: 'Administrator of the dossier', words: profiles['client-administrator'] },
  { persona: 'Full Access of the dossier', words: profiles['client-full-access'] },
  { persona: 'Document Processing of the dossier', words: profiles['client-document-processing'] },
  { persona: 'Document Processing + Archive of the dossier', words: profiles['client-document-processing-archive'] },
  { persona: 'Full Feedback of the dossier', words: profiles['client-full-feedback'] },
  { persona: 'Document Delivery of the dossier', words: profiles['client-document-delivery'] },
].map((column) => ({ ...column, like: CLIENT_USER }) as Column)

export const columns: readonly Column[] = [
  { persona: 'owner, shut sheet', words: { en: 'owner', fr: 'propriétaire' }, like: MEMBER },
  {
    persona: MEMBER,
    words: { en: 'collaborator, read', fr: 'collaborateur·trice, lecture' },
    tie: { share: 'read' },
    like: MEMBER,
  },
  {
    persona: MEMBER,
    words: { en: 'collaborator, write', fr: 'collaborateur·trice, écriture' },
    tie: { share: 'write' },
    like: MEMBER,
  },
  { persona: 'responsible', words: { en: 'responsible', fr: 'responsable' }, like: MEMBER },
  bySheet('assigned documentation reader', 'view assigned documentation', 'voir la documentation attribuée', assigned),
  bySheet(
    'assigned documentation editor',
    'edit assigned documentation',
    'modifier la documentation attribuée',
    assigned,
  ),
  bySheet('documentation reader', 'view all documentation', 'voir toute la documentation'),
  bySheet('documentation editor', 'edit all documentation', 'modifier toute la documentation'),
  bySheet('assigned profile reader', 'view assigned profiles', 'voir les profils attribués', assigned),
  bySheet('assigned profile editor', 'edit assigned profiles', 'modifier les profils attribués', assigned),
  bySheet('profile reader', 'view all profiles', 'voir tous les profils'),
  bySheet('profile editor', 'edit all profiles', 'modifier tous les profils'),
  bySheet('all calendars viewer', 'view all calendars', 'voir tous les calendriers'),
  bySheet('assigned invoice reader', 'view assigned invoices', 'voir les factures attribuées', assigned),
  bySheet('assigned invoice editor', 'edit assigned invoices', 'modifier les factures attribuées', assigned),
  bySheet('all invoices reader', 'view all invoices', 'voir toutes les factures'),
  bySheet(
    'calendar and invoice keeper',
    'edit all calendars and invoices',
    'modifier tous les calendriers et toutes les factures',
  ),
  bySheet('settings reader', 'view settings', 'voir les paramètres'),
  bySheet('settings editor', 'edit settings', 'modifier les paramètres'),
  inRoom('Member of the room', roomRoles.member),
  inRoom('Editor of the room', roomRoles.editor),
  inRoom('Group manager of the room', roomRoles['group-manager']),
  inRoom('Admin of the room', roomRoles.admin),
  withRole('super admin', 'super-admin'),
  assistantOf('Assistant of a Member', roomRoles.member),
  assistantOf('Assistant of an Editor', roomRoles.editor),
  assistantOf('Assistant of an Admin', roomRoles.admin),
  {
    persona: 'administrator of the space',
    words: { en: 'administrator of the space', fr: "administrateur·trice de l'espace" },
    like: MEMBER,
  },
  {
    persona: 'administrator of the application',
    words: { en: 'administrator of the application', fr: "administrateur·trice de l'application" },
    like: MEMBER,
  },
  {
    persona: 'author in the application',
    words: { en: 'author in the application', fr: "auteur·e dans l'application" },
    like: MEMBER,
  },
  {
    persona: 'reader of the application',
    words: { en: 'reader of the application', fr: "lecteur·trice de l'application" },
    like: MEMBER,
  },
  {
    persona: 'administrator of another application',
    words: { en: 'of another application alone', fr: "d'une autre application seulement" },
    like: MEMBER,
  },
  withRole('administrator, shut sheet', 'administrator'),
  withRole('coordinator', 'coordinator'),
  withRole('user manager', 'user-manager'),
  withRole('super user', 'super-user'),
  { persona: MEMBER, words: { en: 'any member', fr: 'tout membre' } },
  { persona: 'guest', words: roles.guest },
  { persona: 'responsible, invited', words: { en: 'whoever was invited', fr: 'qui a été invité' } },
  ...profileColumns,
  {
    persona: CLIENT_USER,
    words: { en: 'client user of another dossier', fr: "utilisateur-client d'un autre dossier" },
  },
]
