/** Which actions are decided on a kind of thing: the same places that explanations ask at, read the other way round. */
import { type Action, actions, type ResourceKind } from '../../shared/actions.ts'
import type { Policy } from '../../shared/rules/decide.ts'
import { placesOf } from './subject.ts'

type ByKind = ReadonlyMap<ResourceKind, readonly Action[]>

const known = new WeakMap<Policy, ByKind>()

/** The actions on a kind of thing, in the order of `shared/actions.ts`. */
export const actionsOn = (policy: Policy, kind: ResourceKind): readonly Action[] => {
  const byKind = known.get(policy) ?? sorted(policy)
  known.set(policy, byKind)
  return byKind.get(kind) ?? []
}

const sorted = (policy: Policy): ByKind => {
  const byKind = new Map<ResourceKind, Action[]>()
  for (const action of Object.keys(actions) as Action[])
    for (const kind of new Set(placesOf(policy, action).map(({ on }) => on.kind)))
      byKind.set(kind, [...(byKind.get(kind) ?? []), action])
  return byKind
}
