import * as z from 'zod/mini'
import { id } from '../../shared/contract/schemas.ts'

/**
 * A transaction takes 100 items. A dossier that changes hands is nine of them (itself, the assignments to its client of
 * both people, a share that ends, two audit entries, and an offer with its claim and its event), a successor three (the
 * person, what they hold, the event).
 */
const MOST_DOSSIERS = 7
const MOST_SUCCESSORS = 10

const holds = (check: (items: readonly HandOverItem[]) => boolean, en: string, fr: string) =>
  z.refine<HandOverItem[]>(check, { error: en, params: { en, fr } })

const different = (values: readonly string[]): number => new Set(values).size

const Item = z.strictObject({
  /** To own the dossier, or to answer its access requests. */
  kind: z.enum(['dossier', 'responsibility']),
  dossierId: id,
  successorId: id,
})
export type HandOverItem = z.output<typeof Item>

export const HandOver = z.strictObject({
  items: z.array(Item).check(
    z.minLength(1),
    z.maxLength(2 * MOST_DOSSIERS),
    holds(
      (items) => different(items.map(({ kind, dossierId }) => `${kind} ${dossierId}`)) === items.length,
      'The same is handed over once.',
      'La même chose ne se remet qu’une fois.',
    ),
    holds(
      (items) => different(items.map(({ dossierId }) => dossierId)) <= MOST_DOSSIERS,
      `At most ${MOST_DOSSIERS} dossiers at once.`,
      `Au plus ${MOST_DOSSIERS} dossiers à la fois.`,
    ),
    holds(
      (items) => different(items.map(({ successorId }) => successorId)) <= MOST_SUCCESSORS,
      `At most ${MOST_SUCCESSORS} successors at once.`,
      `Au plus ${MOST_SUCCESSORS} successeurs à la fois.`,
    ),
  ),
})
