/** What can be asked for, in one closed list: code asks for actions, never for roles. */
import type { Bilingual } from './roles.ts'

/** The kinds of things that actions are about. */
export type ResourceKind =
  | 'organisation'
  | 'member'
  | 'client'
  | 'dossier'
  | 'document'
  | 'transfer'
  | 'archive-entry'
  | 'access-request'
  | 'link'

export const actions = {
  'member.list': { en: 'see the members', fr: 'voir les membres' },
  'member.read': { en: 'see a member', fr: 'voir un membre' },
  'member.add': { en: 'add a member', fr: 'ajouter un membre' },
  'member.read-self': { en: 'see oneself', fr: 'se voir soi-même' },
  'client.create': { en: 'create a client', fr: 'créer un client' },
  'client.list': { en: 'see the clients', fr: 'voir les clients' },
  'client.read': { en: 'see a client', fr: 'voir un client' },
  'dossier.create': { en: 'create a dossier', fr: 'créer un dossier' },
  'dossier.list': { en: 'see the list of dossiers', fr: 'voir la liste des dossiers' },
  'dossier.read': { en: 'see a dossier', fr: 'voir un dossier' },
  'dossier.configure': { en: 'configure a dossier', fr: 'configurer un dossier' },
  'client-user.create': { en: 'create a user of a dossier', fr: "créer un utilisateur d'un dossier" },
  'client-user.list': { en: 'see the users of a dossier', fr: "voir les utilisateurs d'un dossier" },
  'document.import': { en: 'import documents', fr: 'importer des documents' },
  'document.list': { en: 'see the documents of a dossier', fr: "voir les documents d'un dossier" },
  'document.read': { en: 'see a document', fr: 'voir un document' },
  'document.send': { en: 'send documents', fr: 'envoyer des documents' },
  'transfer.list': { en: 'see what was sent from a dossier', fr: "voir les envois d'un dossier" },
  'transfer.read': { en: 'see the sending of documents', fr: "voir l'envoi de documents" },
  'transfer.resume': { en: 'resume a failed sending', fr: 'reprendre un envoi en échec' },
  'archive.read': { en: 'read the digital archive', fr: "lire l'archive numérique" },
  'access-request.create': { en: 'ask for access for a new user', fr: "demander l'accès d'un nouvel utilisateur" },
  'access-request.list': { en: 'see access requests', fr: "voir les demandes d'accès" },
  'access-request.read': { en: 'see an access request', fr: "voir une demande d'accès" },
  'access-request.withdraw': { en: 'withdraw an access request', fr: "retirer une demande d'accès" },
  'access-request.decide': { en: 'decide an access request', fr: "décider d'une demande d'accès" },
  'account.activate': { en: 'activate an account', fr: 'activer un compte' },
} as const satisfies Record<string, Bilingual>
export type Action = keyof typeof actions
