/**
 * The vocabulary of rules. A rule is data: a lawyer reads it beside its requirement, and the same row decides,
 * explains, documents and tests. Whoever is named by no rule is refused.
 */
import type { Action, ResourceKind } from '../actions.ts'
import type { Bilingual, Profile, Role } from '../roles.ts'
import type { Area, Breadth } from '../sheet.ts'
import type { Fact } from './facts.ts'

/** Who a rule speaks of: everyone, a role, a profile within a dossier assigned to them, a width of a sheet, a relation. */
export type Who =
  | 'anyone'
  | 'member'
  | `role ${Role}`
  | `profile ${Profile}`
  | `${'view' | 'edit'} ${Area}: ${Breadth}`
  | Relation

/** What somebody is to the resource at hand. */
export const relations = {
  owner: { en: "the dossier's owner", fr: 'le ou la propriétaire du dossier' },
  responsible: {
    en: "who answers the dossier's access requests",
    fr: "le ou la responsable des demandes d'accès du dossier",
  },
  'client user': { en: 'a client user of the dossier', fr: 'un utilisateur-client du dossier' },
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
  oneself: { en: 'the person themself', fr: 'la personne elle-même' },
} as const satisfies Record<string, Bilingual>
export type Relation = keyof typeof relations

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
