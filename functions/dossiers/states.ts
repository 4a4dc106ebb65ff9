/** The states of a dossier, once, with the moves between them (D-01): what is not declared here does not happen. */
import type { Bilingual } from '../../shared/roles.ts'

type State = Bilingual & { readonly next: readonly string[] }

export const dossierStates = {
  active: { en: 'active', fr: 'actif', next: ['closed'] },
  closed: { en: 'closed', fr: 'fermé', next: ['archived', 'active'] },
  archived: { en: 'archived', fr: 'archivé', next: ['active'] },
} as const satisfies Record<string, State>

export type DossierState = keyof typeof dossierStates

export const dossierStateNames = Object.keys(dossierStates) as [DossierState, ...DossierState[]]

/** Whether a dossier may go from one state to another. */
export const mayMove = (from: DossierState, to: DossierState): boolean =>
  (dossierStates[from].next as readonly string[]).includes(to)
