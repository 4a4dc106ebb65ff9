/** The world of a function that serves requests: the outside, and the rules by which it decides. */
import { compile } from '../../shared/rules/decide.ts'
import { rules } from '../rules.ts'
import type { World } from './line.ts'
import { outsideWith, type Ports } from './outside.ts'

/** Makes the world when it is first needed; `given` says which ports it has. */
export type MakeWorld = (() => World) & { readonly given?: Ports }

export const worldWith = (given: Ports = {}): MakeWorld => {
  const outside = outsideWith(given)
  let made: World | undefined
  return Object.assign(() => (made ??= { ...outside(), policy: compile(rules) }), { given })
}
