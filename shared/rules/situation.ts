/**
 * All that a decision looks at: who acts and what the one load brought. Structural and small, so that rules, tests
 * and simulations can state a situation without a table.
 */
import type { Person } from '../people.ts'

/** The modules that a dossier's configuration switches (P-02). */
export const modules = {
  archive: { en: 'digital archive', fr: 'archive numérique' },
  figures: { en: 'figures and reports', fr: 'chiffres et rapports' },
  history: { en: 'supplier and customer history', fr: 'historique fournisseurs et clients' },
  payment: { en: 'payment', fr: 'paiement' },
  financial: { en: 'financial menu', fr: 'menu financier' },
} as const
export type Module = keyof typeof modules

export type Situation = {
  readonly actor: Pick<Person, 'personId' | 'status'> &
    (
      | Pick<Extract<Person, { kind: 'member' }>, 'kind' | 'roles' | 'sheet'>
      | Pick<Extract<Person, { kind: 'client-user' }>, 'kind' | 'profile'>
    )
  readonly dossier?: {
    readonly ownerId: string
    readonly responsibleId: string
    readonly state: 'active' | 'closed' | 'archived'
    readonly modules: readonly Module[]
  }
  /** The actor's assignment to the dossier as one of its client users. */
  readonly access?: { readonly personId: string } | undefined
  readonly document?: { readonly createdBy: string }
  /** A sending of documents to the archive. */
  readonly transfer?: { readonly askedBy: string }
  readonly request?: { readonly requestedBy: string; readonly joinedBy?: readonly string[]; readonly state: string }
  /** Who was asked in the responsible's place, because the responsible was not active. */
  readonly followUp?: { readonly standIns: readonly string[] } | undefined
  readonly member?: { readonly personId: string }
  /** The mail link that was followed: whose it is and what it is for. */
  readonly link?: { readonly purpose: string; readonly personId: string; readonly live: boolean }
}
