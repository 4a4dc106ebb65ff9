/** The circumstances in which somebody may, put together: as few and as wide descriptions as there are. */
import type { Variations } from '../../shared/rules/cases.ts'

export type Circumstances = Partial<Variations>
type Aspect = keyof Variations

/** For each aspect the values it may have: whatever combination of them it is, they may. */
export type Description = { readonly [A in Aspect]?: readonly string[] }

const combinations = (description: Description): readonly Circumstances[] =>
  Object.entries(description).reduce<readonly Circumstances[]>(
    (all, [aspect, values]) => all.flatMap((so) => (values as string[]).map((value) => ({ ...so, [aspect]: value }))),
    [{}],
  )

/** Every order that begins at another aspect: which one is widened first decides how wide a description becomes. */
const orders = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  list.flatMap((_, at) => {
    const turned = [...list.slice(at), ...list.slice(0, at)]
    return [turned, turned.toReversed()]
  })

/**
 * Describes where somebody may.
 * @param all every circumstance there is, each with the same aspects.
 * @param may whether they may in it.
 * @returns no description where they never may; one that says nothing where they always may.
 */
export const describe = (
  all: readonly Circumstances[],
  may: (so: Circumstances) => boolean,
): readonly Description[] => {
  const aspects = Object.keys(all[0] ?? {}) as Aspect[]
  if (aspects.length === 0) return all.some(may) ? [{}] : []
  const keyOf = (so: Circumstances): string => aspects.map((aspect) => so[aspect]).join('|')
  const allowed = new Map(all.filter(may).map((so) => [keyOf(so), so]))
  const valuesOf = (aspect: Aspect): readonly string[] => [...new Set(all.map((so) => so[aspect] as string))]
  const isAllowed = (description: Description): boolean =>
    combinations(description).every((so) => allowed.has(keyOf(so)))

  const widened = (from: Circumstances, order: readonly Aspect[]): Description => {
    let description = Object.fromEntries(aspects.map((aspect) => [aspect, [from[aspect] as string]])) as Description
    for (const aspect of order) {
      for (const value of valuesOf(aspect)) {
        const values = description[aspect] ?? []
        if (values.includes(value)) continue
        const wider: Description = { ...description, [aspect]: [...values, value] }
        if (isAllowed(wider)) description = wider
      }
    }
    return description
  }

  const uncovered = new Map(allowed)
  const found: Description[] = []
  while (uncovered.size > 0) {
    const [first] = uncovered.values()
    const widest = orders(aspects)
      .map((order) => widened(first as Circumstances, order))
      .toSorted((one, other) => combinations(other).length - combinations(one).length)[0] as Description
    found.push(widest)
    for (const so of combinations(widest)) uncovered.delete(keyOf(so))
  }
  return found
}
