/** What a member holds that must be handed over before they leave, or lose the role that it needs (D-20). */
import { Holdings } from '../../shared/people.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, require, type Write } from '../../shared/table/table.ts'

export type Held = Pick<Holdings, 'dossiers' | 'responsibilities'>

export const heldIn = (holdings: Held | undefined): Held => ({
  dossiers: holdings?.dossiers ?? 0,
  responsibilities: holdings?.responsibilities ?? 0,
})

export const isNothing = ({ dossiers, responsibilities }: Held): boolean => dossiers === 0 && responsibilities === 0

/** Fails when they came to hold something, or something else, since it was read. */
export const requireHeld = (holdings: Stored<Holdings> | undefined, personId: string): Write =>
  holdings === undefined
    ? create(Holdings, { personId, dossiers: 0, responsibilities: 0 })
    : require(Holdings, holdings)

/** The problem of a member who holds too much, with the counts. */
export const stillHeld = ({ dossiers, responsibilities }: Held): Problem =>
  problem('inventory-not-empty', {
    detail: {
      en: `Dossiers owned: ${dossiers}. Dossiers answered for: ${responsibilities}.`,
      fr: `Dossiers détenus : ${dossiers}. Dossiers dont elle répond : ${responsibilities}.`,
    },
    errors: [
      { pointer: '#/dossiers', detail: String(dossiers) },
      { pointer: '#/responsibilities', detail: String(responsibilities) },
    ],
  })
