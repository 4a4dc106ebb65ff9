/** Which actions are decided on a kind of thing: the same places that explanations ask at, read the other way round. */
import { type Action, actions, type ResourceKind } from '../../shared/actions.ts'
import type { Resource } from '../../shared/contract/resource.ts'
import type { Policy } from '../../shared/rules/decide.ts'
import type { Situation } from '../../shared/rules/situation.ts'
import { mayKnow } from '../kernel/authorize.ts'
import { placesOf } from './subject.ts'

/** An action, with what proves at each of its places that one may know of the thing: without it, nothing is there. */
export type ActionOn = { readonly action: Action; readonly known: readonly Resource['known'][] }

type ByKind = ReadonlyMap<ResourceKind, readonly ActionOn[]>

const computed = new WeakMap<Policy, ByKind>()

/** The actions on a kind of thing, in the order of `shared/actions.ts`. */
export const actionsOn = (policy: Policy, kind: ResourceKind): readonly ActionOn[] => {
  const byKind = computed.get(policy) ?? sorted(policy)
  computed.set(policy, byKind)
  return byKind.get(kind) ?? []
}

/** Whether somebody may know of the thing at one of the places where the action is asked for. */
export const knows = (policy: Policy, { known }: ActionOn, situation: Situation): boolean =>
  known.some((one) => mayKnow(policy, one, situation))

const sorted = (policy: Policy): ByKind => {
  const byKind = new Map<ResourceKind, ActionOn[]>()
  for (const action of Object.keys(actions) as Action[])
    for (const [kind, places] of Map.groupBy(placesOf(policy, action), ({ on }) => on.kind))
      byKind.set(kind, [...(byKind.get(kind) ?? []), { action, known: places.map(({ on }) => on.known) }])
  return byKind
}
