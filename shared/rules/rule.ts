/**
 * The vocabulary of rules. A rule is data: a lawyer reads it beside its requirement, and the same row decides,
 * explains, documents and tests. Whoever is named by no rule is refused.
 */
import type { Action, ResourceKind } from '../actions.ts'
import type { ApplicationLevel, Bilingual, Profile, Role, RoomRole } from '../roles.ts'
import type { Area, Breadth } from '../sheet.ts'
import type { Fact } from './facts.ts'

/**
 * Who a rule speaks of: everyone, a role, a profile within a dossier assigned to them, a width of a sheet, a role in the
 * room at hand, a level in the space or application at hand, a relation. A sheet's `assigned` speaks of whoever is
 * assigned to the client at hand; `own` leaves it to a fact to say whose the thing is.
 */
export type Who =
  | 'anyone'
  | 'member'
  | `role ${Role}`
  | `profile ${Profile}`
  | `${'view' | 'edit'} ${Area}: ${Exclude<Breadth, 'none'>}`
  | `room ${RoomRole}`
  | 'space administrator'
  | 'space member'
  | `application ${ApplicationLevel}`
  | Relation

/** What somebody is to the resource at hand. */
export const relations = {
  owner: { en: "the dossier's owner", fr: 'le ou la propriétaire du dossier' },
  'reading collaborator': {
    en: 'a collaborator with whom the dossier is shared',
    fr: 'un·e collaborateur·trice avec qui le dossier est partagé',
  },
  'writing collaborator': {
    en: 'a collaborator with whom the dossier is shared to read and write',
    fr: 'un·e collaborateur·trice avec qui le dossier est partagé en lecture et écriture',
  },
  responsible: {
    en: "who answers the dossier's access requests",
    fr: "le ou la responsable des demandes d'accès du dossier",
  },
  'group responsible': {
    en: "who answers access requests for the dossier's client group",
    fr: "qui répond aux demandes d'accès pour le groupe de clients du dossier",
  },
  'deputy of the responsible': {
    en: "who stands in for the absent person who answers the dossier's access requests",
    fr: "qui remplace la personne absente qui répond aux demandes d'accès du dossier",
  },
  'client user': { en: 'a client user of the dossier', fr: 'un utilisateur-client du dossier' },
  approver: { en: 'who is named to approve the document', fr: 'qui est nommé pour approuver le document' },
  'deputy of an approver': {
    en: 'who stands in for an absent person who is named to approve the document',
    fr: 'qui remplace une personne absente nommée pour approuver le document',
  },
  recipient: { en: 'to whom the dossier is offered', fr: 'à qui le dossier est offert' },
  giver: { en: 'who offers the dossier', fr: 'qui offre le dossier' },
  requester: { en: 'who made the request', fr: "l'auteur·e de la demande" },
  'co-requester': {
    en: 'who asked for the same, and so joined the request',
    fr: "qui a demandé la même chose et s'est ainsi joint à la demande",
  },
  'stand-in': {
    en: 'the administrator who was asked because the responsible is not active',
    fr: "l'administrateur·trice sollicité·e parce que le ou la responsable n'est pas actif·ve",
  },
  'link holder': { en: 'the person the link was mailed to', fr: 'la personne à qui le lien a été envoyé' },
  companion: { en: 'a member of the collaborative space', fr: "un membre de l'espace collaboratif" },
  'annotation author': { en: 'who wrote the annotation', fr: "l'auteur·e de l'annotation" },
  'annotation pair': {
    en: 'the Assistant of the author of the annotation, or the member whose Assistant wrote it',
    fr: "l'assistant·e de l'auteur·e de l'annotation, ou le membre dont l'assistant·e l'a écrite",
  },
  oneself: { en: 'the person themself', fr: 'la personne elle-même' },
} as const satisfies Record<string, Bilingual>
export type Relation = keyof typeof relations

/** The ways by which a right reaches somebody; a decision's path is one or more of them, in order. */
export const steps = {
  everyone: { en: 'everyone', fr: 'tout le monde' },
  organisation: { en: 'member of the organisation', fr: "membre de l'organisation" },
  role: { en: 'role in the organisation', fr: "rôle dans l'organisation" },
  sheet: { en: 'permission sheet', fr: 'fiche de permissions' },
  assignment: { en: 'client assigned to them', fr: 'client qui leur est attribué' },
  ownership: { en: 'owner of the dossier', fr: 'propriétaire du dossier' },
  'ownership of a dossier of the client': {
    en: 'owner of a dossier of the client',
    fr: "propriétaire d'un dossier du client",
  },
  share: { en: 'share of the dossier', fr: 'partage du dossier' },
  responsibility: { en: "responsible for the dossier's access requests", fr: "responsable des demandes d'accès" },
  access: { en: 'dossier assigned to them', fr: 'dossier qui leur est attribué' },
  profile: { en: 'profile of a client user', fr: "profil d'un utilisateur-client" },
  offer: { en: 'offer of the dossier', fr: 'offre du dossier' },
  'client group': { en: 'answers for the client group', fr: 'répond pour le groupe de clients' },
  absence: { en: 'stands in for somebody absent', fr: 'remplace une personne absente' },
  approval: { en: 'named to approve', fr: 'nommé pour approuver' },
  request: { en: 'access request of theirs', fr: "demande d'accès de leur part" },
  deputy: { en: 'asked in place of the responsible', fr: 'sollicité à la place du responsable' },
  link: { en: 'link mailed to them', fr: 'lien qui leur a été envoyé' },
  oneself: { en: 'the person themself', fr: 'la personne elle-même' },
  'collaborative space': { en: 'member of the collaborative space', fr: "membre de l'espace collaboratif" },
  seat: { en: 'role in the room', fr: 'rôle dans la salle' },
  group: { en: 'group of the room', fr: 'groupe de la salle' },
  assistant: { en: 'delegation of an Assistant', fr: "délégation d'un·e assistant·e" },
  authorship: { en: 'author of the annotation', fr: "auteur·e de l'annotation" },
  space: { en: 'membership of the space', fr: "appartenance à l'espace" },
  application: { en: 'level in the application', fr: "niveau dans l'application" },
  'administrator of the space': {
    en: 'administrator of the space ⇒ administrator of its applications',
    fr: "administrateur de l'espace ⇒ administrateur de ses applications",
  },
  'wider level': {
    en: 'administrator ⇒ author ⇒ reader',
    fr: 'administrateur ⇒ auteur ⇒ lecteur',
  },
} as const satisfies Record<string, Bilingual>
export type Step = keyof typeof steps
export type Path = readonly Step[]

type Common = {
  /** `action/who`, unique in the organisation's rules. */
  readonly id: string
  readonly action: Action
  readonly on: ResourceKind
  /** All must hold. */
  readonly when?: readonly Fact[]
  /** None may hold. */
  readonly unless?: readonly Fact[]
  /** The requirement it comes from, as numbered in `docs/requirements`. */
  readonly source: string
  readonly en: string
  readonly fr: string
}

/** A row that allows, or one that never allows and wins over every other. */
export type Rule = Common & ({ readonly allow: Who | readonly Who[] } | { readonly never: Who })
