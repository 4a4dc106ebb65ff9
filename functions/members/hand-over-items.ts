import * as z from 'zod/mini'
import { id } from '../../shared/contract/schemas.ts'

/**
 * A transaction takes 100 items. A dossier that changes hands is nine of them (itself, the assignments to its client of
 * both people, a share that ends, two audit entries, and an offer with its claim and its event), a space five (itself,
 * two companions, audit entry, event), a successor three (the person, what they hold, the event).
 */
const MOST_AT_ONCE = 7
const MOST_SUCCESSORS = 10

const holds = (check: (items: readonly HandOverItem[]) => boolean, en: string, fr: string) =>
  z.refine<HandOverItem[]>(check, { error: en, params: { en, fr } })

const different = (values: readonly string[]): number => new Set(values).size

const Item = z.discriminatedUnion('kind', [
  z.strictObject({
    /** To own the dossier, or to answer its access requests. */
    kind: z.enum(['dossier', 'responsibility']),
    dossierId: id,
    successorId: id,
  }),
  z.strictObject({
    kind: z.literal('collaborative-space'),
    spaceId: id,
    /** Who joins it in their place, where they are the last in it; `null` where it is left to the others. */
    successorId: z.nullable(id),
  }),
])
export type HandOverItem = z.output<typeof Item>
export type DossierItem = Exclude<HandOverItem, { kind: 'collaborative-space' }>

/** What an item is about: a dossier, however it is held, or a space. */
const thingOf = (item: HandOverItem): string => (item.kind === 'collaborative-space' ? item.spaceId : item.dossierId)

export const successorsOf = (items: readonly HandOverItem[]): readonly string[] =>
  items.flatMap(({ successorId }) => (successorId === null ? [] : [successorId]))

export const HandOver = z.strictObject({
  items: z.array(Item).check(
    z.minLength(1),
    z.maxLength(2 * MOST_AT_ONCE),
    holds(
      (items) => different(items.map((item) => `${item.kind} ${thingOf(item)}`)) === items.length,
      'The same is handed over once.',
      'La même chose ne se remet qu’une fois.',
    ),
    holds(
      (items) => different(items.map(thingOf)) <= MOST_AT_ONCE,
      `At most ${MOST_AT_ONCE} dossiers and spaces at once.`,
      `Au plus ${MOST_AT_ONCE} dossiers et espaces à la fois.`,
    ),
    holds(
      (items) => different(successorsOf(items)) <= MOST_SUCCESSORS,
      `At most ${MOST_SUCCESSORS} successors at once.`,
      `Au plus ${MOST_SUCCESSORS} successeurs à la fois.`,
    ),
  ),
})
