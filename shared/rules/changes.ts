/**
 * Changes as what they make of a situation: the same decision, asked before and after, says who gains and who loses
 * what, before anything is saved (B-04). Pure; each says exactly what the route that saves it writes.
 */
import type { Profile, Role } from '../roles.ts'
import type { Sheet } from '../sheet.ts'
import type { Module, Situation } from './situation.ts'

/** A change that may be asked about before it is made. */
export type Change =
  | { readonly kind: 'sheet'; readonly personId: string; readonly sheet: Sheet }
  /** With the sheet that goes with them: a guest has none. */
  | { readonly kind: 'roles'; readonly personId: string; readonly roles: readonly Role[]; readonly sheet: Sheet }
  | { readonly kind: 'deactivation'; readonly personId: string }
  | { readonly kind: 'profile'; readonly personId: string; readonly profile: Profile }
  | {
      readonly kind: 'assignment'
      readonly personId: string
      readonly clientId: string
      /** Named as assigned or no longer; what they own keeps assigning them (S-12). */
      readonly assigned: boolean
    }
  | {
      readonly kind: 'share'
      readonly dossierId: string
      readonly personId: string
      readonly access: 'read' | 'write' | 'none'
      readonly until?: string | null | undefined
    }
  | {
      readonly kind: 'configuration'
      readonly dossierId: string
      readonly modules?: readonly Module[] | undefined
      readonly responsibleId?: string | undefined
      /** Who answers its access requests; a client group opens nothing to its people (P-11). */
      readonly answeredBy?: 'member' | 'office' | 'client-group' | undefined
    }
  /** The whole dossier, set confidential or no longer (D-08). */
  | { readonly kind: 'confidentiality'; readonly dossierId: string; readonly confidential: boolean }

/** What is true after a change, where something else was before. */
export type Overlay = (situation: Situation) => Situation

export const unchanged: Overlay = (situation) => situation

/** Situations as they are loaded know whose client and which dossier is at hand. */
type Placed = Situation & {
  readonly dossier?: { readonly dossierId?: string; readonly clientId?: string }
  readonly client?: { readonly clientId?: string }
}

/** What a change makes of every situation that it touches; all others stay as they are. */
export const overlayOf = (change: Change): Overlay => {
  switch (change.kind) {
    case 'sheet':
      return ofActor(change.personId, { sheet: change.sheet })
    case 'profile':
      return ofActor(change.personId, { profile: change.profile })
    case 'roles':
      return both(
        ofActor(change.personId, { roles: change.roles, sheet: change.sheet }),
        ofGrantee(change.personId, { roles: change.roles }),
      )
    case 'deactivation':
      return both(ofActor(change.personId, { status: 'inactive' }), ofGrantee(change.personId, { status: 'inactive' }))
    case 'assignment':
      return assigning(change)
    case 'share':
      return sharing(change)
    case 'configuration':
      return ofDossier(change.dossierId, {
        ...(change.modules && { modules: change.modules }),
        ...(change.responsibleId !== undefined && { responsibleId: change.responsibleId }),
        ...(change.answeredBy !== undefined && { answeredBy: change.answeredBy }),
      })
    case 'confidentiality':
      return ofDossier(change.dossierId, { confidential: change.confidential })
  }
}

const both =
  (first: Overlay, second: Overlay): Overlay =>
  (situation) =>
    second(first(situation))

const ofActor =
  (personId: string, fields: object): Overlay =>
  (situation) =>
    situation.actor.personId === personId
      ? { ...situation, actor: { ...situation.actor, ...fields } as Situation['actor'] }
      : situation

/** Whoever is to be given something is looked at, too: who is deactivated is no colleague any more. */
const ofGrantee =
  (personId: string, fields: object): Overlay =>
  (situation) =>
    situation.grantee?.personId === personId
      ? { ...situation, grantee: { ...situation.grantee, ...fields } }
      : situation

const assigning =
  ({ personId, clientId, assigned }: Extract<Change, { kind: 'assignment' }>): Overlay =>
  (situation) => {
    const { actor, dossier, client, assignment } = situation as Placed
    if (actor.personId !== personId || (dossier ?? client)?.clientId !== clientId) return situation
    const dossierIds = assignment?.dossierIds ?? []
    if (!assigned && dossierIds.length === 0) return { ...situation, assignment: undefined }
    const named = assigned ? (assignment?.assigned ?? {}) : null
    return { ...situation, assignment: { ...assignment, personId, assigned: named, dossierIds } }
  }

const sharing =
  ({ dossierId, personId, access }: Extract<Change, { kind: 'share' }>): Overlay =>
  (situation) => {
    const { actor, dossier } = situation as Placed
    if (actor.personId !== personId || dossier?.dossierId !== dossierId) return situation
    return { ...situation, share: access === 'none' ? undefined : { personId, access, live: true } }
  }

const ofDossier =
  (dossierId: string, fields: Partial<NonNullable<Situation['dossier']>>): Overlay =>
  (situation) => {
    const { dossier } = situation as Placed
    if (dossier === undefined || dossier.dossierId !== dossierId) return situation
    return { ...situation, dossier: { ...(dossier as NonNullable<Situation['dossier']>), ...fields } }
  }
