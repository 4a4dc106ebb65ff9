/**
 * What a person may do with one thing, each right with every cause: the unit that "what can" lists (B-03) and that a
 * simulation compares before and after (B-04).
 */
import type { Action, ResourceKind } from '../../shared/actions.ts'
import type { Person } from '../../shared/people.ts'
import { type Overlay, unchanged } from '../../shared/rules/changes.ts'
import { type Cause, causesOf, decide, type Policy } from '../../shared/rules/decide.ts'
import { situationOf } from '../kernel/authorize.ts'
import { type ActionOn, actionsOn, knows } from './actions-on.ts'
import type { Content } from './contents.ts'

/** One way to look at a thing: the kinds whose actions are decided so, and what the decision looks at. */
export type Facet = {
  readonly kinds: readonly ResourceKind[]
  readonly things: object
  readonly content?: Content
}

/** A thing by its ids, with all that decisions on it look at, for one person. */
export type Thing = {
  readonly resource: { readonly kind: ResourceKind } & Readonly<Record<string, string>>
  readonly facets: readonly Facet[]
}

export type Right = {
  readonly action: Action
  /** Of things in a dossier: which of them; else nothing. */
  readonly content: readonly Content[]
  readonly causes: readonly Cause[]
}

export type Deciding = { readonly policy: Policy; readonly now: string }

/** All that a person may do with a thing; the same right by the same causes is told once. */
export const rightsOn = (
  { policy, now }: Deciding,
  person: Person,
  { facets }: Thing,
  overlay: Overlay = unchanged,
): readonly Right[] => {
  const rights = new Map<string, { right: Omit<Right, 'content'>; content: Content[] }>()
  for (const { kinds, things, content } of facets) {
    const situation = overlay(situationOf(person, things, now))
    for (const one of actionsOfAll(policy, kinds)) {
      const { action } = one
      const causes = causesOf(policy, action, situation)
      if (causes.length === 0 || !knows(policy, one, situation)) continue
      const name = `${action} ${content === undefined ? '' : 'content'} ${nameOf(causes)}`
      const found = rights.get(name) ?? { right: { action, causes }, content: [] }
      // A note and a document may both be of a class, and give it by the same causes.
      if (content !== undefined && !found.content.includes(content)) found.content.push(content)
      rights.set(name, found)
    }
  }
  return [...rights.values()].map(({ right, content }) => ({ ...right, content }))
}

/** Whether a person may do anything at all with a thing. */
export const mayAnything = (
  { policy, now }: Deciding,
  person: Person,
  { facets }: Thing,
  overlay: Overlay = unchanged,
): boolean =>
  facets.some(({ kinds, things }) => {
    const situation = overlay(situationOf(person, things, now))
    return actionsOfAll(policy, kinds).some(
      (one) => decide(policy, one.action, situation).allowed && knows(policy, one, situation),
    )
  })

const actionsOfAll = (policy: Policy, kinds: readonly ResourceKind[]): readonly ActionOn[] => {
  if (kinds.length === 1) return actionsOn(policy, kinds[0] as ResourceKind)
  const byAction = Map.groupBy(
    kinds.flatMap((kind) => actionsOn(policy, kind)),
    ({ action }) => action,
  )
  return [...byAction].map(([action, places]) => ({ action, known: places.flatMap(({ known }) => known) }))
}

const nameOf = (causes: readonly Cause[]): string =>
  causes.map(({ rule, who, path }) => `${rule.id} ${who} ${path.join('>')}`).join(', ')
