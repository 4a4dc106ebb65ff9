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
