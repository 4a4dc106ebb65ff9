/** What a member holds that must be handed over before they leave, or lose the role that it needs (D-20). */
import { Holdings } from '../../shared/people.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, require, type Write } from '../../shared/table/table.ts'
import { type InSpace, isLastIn } from '../collaborative-spaces/spaces-of.ts'

export type Held = Pick<Holdings, 'dossiers' | 'responsibilities'> & {
  /** Collaborative spaces that nobody else is in. */
  readonly spaces: number
}

export const heldIn = (
  holdings: Pick<Holdings, 'dossiers' | 'responsibilities'> | undefined,
  spaces: readonly InSpace[],
): Held => ({
  dossiers: holdings?.dossiers ?? 0,
  responsibilities: holdings?.responsibilities ?? 0,
  spaces: spaces.filter(isLastIn).length,
})

export const isNothing = ({ dossiers, responsibilities, spaces }: Held): boolean =>
  dossiers === 0 && responsibilities === 0 && spaces === 0

/** Fails when they came to hold something, or something else, since it was read. */
export const requireHeld = (holdings: Stored<Holdings> | undefined, personId: string): Write =>
  holdings === undefined
    ? create(Holdings, { personId, dossiers: 0, responsibilities: 0 })
    : require(Holdings, holdings)

/** The problem of a member who holds too much, with the counts. */
export const stillHeld = ({ dossiers, responsibilities, spaces }: Held): Problem =>
  problem('inventory-not-empty', {
    detail: {
      en: `Dossiers owned: ${dossiers}. Dossiers answered for: ${responsibilities}. Collaborative spaces that nobody else is in: ${spaces}.`,
      fr: `Dossiers détenus : ${dossiers}. Dossiers dont elle répond : ${responsibilities}. Espaces collaboratifs où elle est seule : ${spaces}.`,
    },
    errors: [
      { pointer: '#/dossiers', detail: String(dossiers) },
      { pointer: '#/responsibilities', detail: String(responsibilities) },
      { pointer: '#/spaces', detail: String(spaces) },
    ],
  })
