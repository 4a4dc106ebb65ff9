/**
 * Everything that may be granted to a person, in one list. Cognito's groups are made from it, actors are checked
 * against it, and rules name it. Roles are granted; what code asks for are actions (`actions.ts`).
 */

/** A text for people, in both languages of the product. */
export type Bilingual = { readonly en: string; readonly fr: string }

/** What a member or guest of the organisation may be, in the whole organisation. */
export const roles = {
  administrator: { en: 'administrator of the organisation', fr: "administrateur·trice de l'organisation" },
  practitioner: { en: 'practitioner', fr: 'intervenant·e' },
  coordinator: { en: 'coordinator', fr: 'coordonnateur·trice' },
  'super-user': { en: 'super user of spaces', fr: 'super-utilisateur·trice des espaces' },
  'user-manager': { en: 'user manager', fr: 'gestionnaire des utilisateurs' },
  'super-admin': { en: 'super administrator of rooms', fr: 'super-administrateur·trice des salles' },
  guest: { en: 'guest', fr: 'invité·e' },
} as const satisfies Record<string, Bilingual>
export type Role = keyof typeof roles

/** The six bundles of portal rights of a client user (P-04); a client user has exactly one (P-01). */
export const profiles = {
  'client-administrator': { en: 'Administrator', fr: 'Administrateur' },
  'client-full-access': { en: 'Full Access', fr: 'Accès complet' },
  'client-document-processing': { en: 'Document Processing', fr: 'Traitement de documents' },
  'client-document-processing-archive': {
    en: 'Document Processing + Archive',
    fr: 'Traitement de documents + Archive',
  },
  'client-full-feedback': { en: 'Full Feedback', fr: 'Retour complet' },
  'client-document-delivery': { en: 'Document Delivery', fr: 'Remise de documents' },
} as const satisfies Record<string, Bilingual>
export type Profile = keyof typeof profiles

/** The names of the Cognito groups: one for each role and each profile. */
export const groups = [...Object.keys(roles), ...Object.keys(profiles)] as readonly (Role | Profile)[]

export const roleNames = Object.keys(roles) as [Role, ...Role[]]
export const profileNames = Object.keys(profiles) as [Profile, ...Profile[]]

/** What a person is inside one room (R-03…R-08); they may be something else in another. */
export const roomRoles = {
  member: { en: 'Member of the room', fr: 'membre de la salle' },
  editor: { en: 'Editor', fr: 'éditeur·trice' },
  'group-manager': { en: 'Editor/Group manager', fr: 'éditeur·trice et gestionnaire de groupes' },
  admin: { en: 'Admin of the room', fr: 'administrateur·trice de la salle' },
  assistant: { en: 'Assistant', fr: 'assistant·e' },
} as const satisfies Record<string, Bilingual>
export type RoomRole = keyof typeof roomRoles

/** The applications that a space may have (C-03). */
export const applications = {
  pages: { en: 'pages', fr: 'pages' },
  messages: { en: 'messages', fr: 'messages' },
  files: { en: 'files', fr: 'fichiers' },
  agenda: { en: 'agenda', fr: 'agenda' },
  project: { en: 'project', fr: 'projet' },
  forum: { en: 'forum', fr: 'forum' },
} as const satisfies Record<string, Bilingual>
export type ApplicationName = keyof typeof applications

/** The levels of an application, widest first: each gives those below it (C-03). */
export const applicationLevels = {
  administrator: { en: 'administrator of the application', fr: "administrateur·trice de l'application" },
  author: { en: 'author in the application', fr: "auteur·e dans l'application" },
  reader: { en: 'reader of the application', fr: "lecteur·trice de l'application" },
} as const satisfies Record<string, Bilingual>
export type ApplicationLevel = keyof typeof applicationLevels
