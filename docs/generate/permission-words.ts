/** The words of the permission page itself, in both languages. */
import type { Bilingual } from '../../shared/roles.ts'

export type Language = keyof Bilingual

export const words = {
  en: {
    title: 'Permissions',
    intro: [
      'Generated from the rules of every capability; [en français](permissions.fr.md).',
      'Whoever is named by no rule is refused, and a rule with **never** wins over every other.',
      'The tables show what is decided: “–” is no, and a cell with conditions is yes under these alone. Each column is a person who has what it says and nothing else; a column that would say nothing of its own is left out, so that whoever is not shown may what “any member”, or “client user of another dossier”, may, and nothing where there is no such column. Whoever has several of these may what each of them may, unless a rule says never.',
    ],
    action: 'Action',
    who: 'Who',
    when: 'Provided that',
    unless: 'unless',
    never: 'never',
    source: 'Source',
    rule: 'Rule',
    rules: 'Rules',
    sentence: 'In words',
    yes: 'yes',
    or: '; or ',
    profiles: 'The profiles of the portal (P-04)',
    profilesIntro: 'Everything that a client user may in a dossier assigned to them, by profile.',
    sheet: 'The permission sheet (S-01 … S-09)',
    sheetIntro:
      'What one right of the sheet opens by itself to a member who neither owns the dossier nor shares it; editing needs as much viewing (S-09).',
    right: 'Right',
    view: 'view',
    edit: 'edit',
  },
  fr: {
    title: 'Permissions',
    intro: [
      'Engendré à partir des règles de chaque domaine ; [in English](permissions.md).',
      "Qui n'est nommé par aucune règle est refusé, et une règle avec **jamais** l'emporte sur toute autre.",
      "Les tableaux montrent ce qui est décidé : « – » veut dire non, et une case avec des conditions veut dire oui sous ces seules conditions. Chaque colonne est une personne qui a ce qu'elle dit et rien d'autre ; une colonne qui ne dirait rien de propre est omise : qui n'est pas montré peut ce que peut « tout membre », ou « utilisateur-client d'un autre dossier », et rien là où il n'y a pas de telle colonne. Qui a plusieurs de ces qualités peut ce que chacune permet, sauf si une règle dit jamais.",
    ],
    action: 'Action',
    who: 'Qui',
    when: 'À condition que',
    unless: 'sauf si',
    never: 'jamais',
    source: 'Source',
    rule: 'Règle',
    rules: 'Règles',
    sentence: 'En mots',
    yes: 'oui',
    or: ' ; ou ',
    profiles: 'Les profils du portail (P-04)',
    profilesIntro: "Tout ce qu'un utilisateur-client peut dans un dossier qui lui est attribué, par profil.",
    sheet: 'La fiche de permissions (S-01 … S-09)',
    sheetIntro:
      "Ce qu'un droit de la fiche ouvre à lui seul à un membre qui n'est pas propriétaire du dossier et avec qui il n'est pas partagé ; modifier demande de voir autant (S-09).",
    right: 'Droit',
    view: 'voir',
    edit: 'modifier',
  },
} as const

/** What people call the capabilities; one that has rules and no title here fails the page. */
export const titles: Readonly<Record<string, Bilingual>> = {
  dossiers: { en: 'Dossiers', fr: 'Dossiers' },
  documents: { en: 'Documents', fr: 'Documents' },
  'archive-transfers': { en: 'Sending and archive', fr: 'Envois et archive' },
  'access-requests': { en: 'Access requests', fr: "Demandes d'accès" },
  pages: { en: 'Pages behind mail links', fr: 'Pages des liens reçus' },
  members: { en: 'Members', fr: 'Membres' },
  clients: { en: 'Clients', fr: 'Clients' },
  'client-users': { en: 'Users of a dossier', fr: "Utilisateurs d'un dossier" },
  settings: { en: 'Workspace settings', fr: "Paramètres de l'espace de travail" },
  sharing: { en: 'Shares of dossiers', fr: 'Partages de dossiers' },
  offers: { en: 'Dossiers offered to a colleague (D-11)', fr: 'Dossiers offerts à un·e collègue (D-11)' },
  'bulk-transfers': { en: 'Transfers of many dossiers (D-12)', fr: 'Transferts de nombreux dossiers (D-12)' },
  'owner-requests': { en: 'Requests to the owner (D-22)', fr: 'Demandes au propriétaire (D-22)' },
  feed: { en: 'Feed and mail preferences', fr: "Fil d'actualité et préférences de courriel" },
  notes: { en: 'Notes, forms and items', fr: 'Notes, formulaires et éléments' },
  portal: { en: 'Modules of the portal', fr: 'Modules du portail' },
  questions: { en: 'Questions on rights', fr: 'Questions sur les droits' },
  appointments: { en: 'Appointments', fr: 'Rendez-vous' },
  invoices: { en: 'Invoices', fr: 'Factures' },
  'collaborative-spaces': { en: 'Collaborative spaces (D-16 … D-19)', fr: 'Espaces collaboratifs (D-16 … D-19)' },
  rooms: { en: 'Rooms, groups and meetings (R-10)', fr: 'Salles, groupes et réunions (R-10)' },
  spaces: { en: 'Spaces with applications (C-03)', fr: 'Espaces avec applications (C-03)' },
}
