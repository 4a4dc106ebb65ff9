/** Cedar, asked what `decide()` is asked: it reads the exported policies and nothing of ours but the situation. */
import { preparsePolicySet, preparseSchema, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs'
import { cedarSchema, entityType, kindOf, policiesOf, textOf } from '../../docs/generate/cedar.ts'
import type { Action } from '../../shared/actions.ts'
import type { Rule } from '../../shared/rules/rule.ts'
import type { Situation } from '../../shared/rules/situation.ts'

type Value = string | number | boolean | readonly Value[] | { readonly [name: string]: Value | undefined }
type Fields = { readonly [name: string]: Value | undefined }

/** A request as the schema has it: who asks, with their attributes, and what is at hand. */
export type CedarRequest = {
  readonly type: 'Member' | 'ClientUser'
  readonly principal: Fields
  readonly context: Fields
}

/** The one place that translates: a person becomes an entity, what is at hand the context. */
export const requestOf = (situation: Situation): CedarRequest => {
  const { actor, assignment, ...rest } = situation
  return {
    type: typeOf(situation),
    principal: principalOf(situation),
    context: { ...(rest as Fields), assignment: assignment && assignmentOf(assignment) },
  }
}

const typeOf = ({ actor }: Situation): CedarRequest['type'] => (actor.kind === 'member' ? 'Member' : 'ClientUser')

const principalOf = ({ actor }: Situation): Fields => {
  const { personId, status } = actor
  return actor.kind === 'member'
    ? { personId, status, roles: actor.roles, sheet: actor.sheet }
    : { personId, status, profile: actor.profile }
}

/** Cedar has no null: who named them, and since when, is nothing that a rule asks. */
const assignmentOf = ({ personId, assigned, dossierIds }: NonNullable<Situation['assignment']>): Fields => ({
  personId,
  byName: assigned !== null,
  dossierIds,
})

/** What a text of policies names: a tree of attributes; where it names one and nothing inside, the whole or its presence. */
type Names = Map<string, Names>

const nameIn = (names: Names, path: readonly string[]): void => {
  let at = names
  for (const name of path) {
    const next: Names = at.get(name) ?? new Map()
    at.set(name, next)
    at = next
  }
}

/** `context.seat has attachedTo`, `context has dossier.confidential`, `principal.sheet.invoices.view`, `context.share.live`. */
const namedIn = (text: string, root: 'context' | 'principal'): Names => {
  const names: Names = new Map()
  const paths = text.matchAll(new RegExp(`\\b${root}((?:\\.\\w+\\b(?!\\())*)(?: has (\\w+(?:\\.\\w+)*))?`, 'g'))
  for (const [, path = '', asked = ''] of paths) nameIn(names, `${path}.${asked}`.split('.').filter(Boolean))
  return names
}

/** The part of a value that is named. */
const only = (value: Value, names: Names): Value => {
  if (typeof value !== 'object' || Array.isArray(value)) return value
  const kept: Record<string, Value> = {}
  for (const [name, inner] of names) {
    const one = (value as Fields)[name]
    if (one !== undefined) kept[name] = only(one, inner)
  }
  return kept
}

/** What is at hand of all that is named, without a copy of the rest: this is asked of millions of situations. */
const contextOf = (situation: Situation, names: Names): Fields => {
  const kept: Record<string, Value> = {}
  for (const name of names.keys()) {
    const { assignment } = situation
    const one = name === 'assignment' ? assignment && assignmentOf(assignment) : (situation as unknown as Fields)[name]
    if (one !== undefined) kept[name] = one
  }
  return kept
}

/** Ids of the tests' world; policies compare ids with one another and name none. */
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** The named part of a value as a text, the same for values that differ only in what people and things are called. */
const told = (value: Value, names: Names, called: string[]): string => {
  if (typeof value === 'string') {
    if (value.length !== 36 || !ID.test(value)) return JSON.stringify(value)
    const before = called.indexOf(value)
    return `#${before === -1 ? called.push(value) - 1 : before}`
  }
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value))
    return `[${value.map((one: Value) => (typeof one === 'object' ? JSON.stringify(one) : told(one, names, called))).join()}]`
  let text = '{'
  for (const [name, inner] of names) {
    const one = (value as Fields)[name]
    if (one !== undefined) text += `${name}:${told(one, inner, called)},`
  }
  return `${text}}`
}

const whole = (value: Value): Value => {
  if (typeof value !== 'object' || Array.isArray(value)) return value
  const kept: Record<string, Value> = {}
  for (const [name, one] of Object.entries(value)) if (one !== undefined) kept[name] = whole(one)
  return kept
}

type Slice = { readonly context: Names; readonly principal: Names; readonly known: Map<string, boolean> }

export type SecondEngine = {
  /** Whether Cedar allows an action in a situation. */
  readonly allows: (action: Action, situation: Situation) => boolean
  /** The same, of the request as it is: by every policy, nothing left out, nothing remembered, held against the schema. */
  readonly allowsWhole: (action: Action, situation: Situation) => boolean
  /** How many requests Cedar itself was given. */
  readonly asked: () => number
  /** Forgets what was answered, to hold no more than one action's requests at a time. */
  readonly forget: () => void
}

/**
 * Cedar costs a thousand times what `decide()` does, mostly for reading the request. So each action has the policies
 * that speak of it and no others, is told only of attributes that these name, and is asked once of requests that differ
 * in nothing but what people and things are called. That is exact, not a sample: a policy on another action does not
 * apply, an attribute that no policy names is read by none, and ids are only ever compared with one another, never with
 * a literal. Whoever doubts it asks `allowsWhole`, which does none of this.
 */
export const secondEngine = (rules: readonly Rule[], name = 'rules'): SecondEngine => {
  const policies = policiesOf(rules)
  const slices = new Map<Action, Slice>()
  let asked = 0

  const sliceOf = (action: Action): Slice => {
    const found = slices.get(action)
    if (found !== undefined) return found
    const own = policies.filter((policy) => policy.action === null || policy.action === action)
    // Annotations and comments are for people.
    const text = textOf(own).replaceAll(/^\s*(@|\/\/).*$/gm, '')
    const parsed = preparsePolicySet(`${name}/${action}`, { staticPolicies: text })
    if (parsed.type === 'failure') throw new Error(parsed.errors.map(({ message }) => message).join('; '))
    const slice = { context: namedIn(text, 'context'), principal: namedIn(text, 'principal'), known: new Map() }
    slices.set(action, slice)
    return slice
  }

  const ask = (action: Action, { type, principal, context }: CedarRequest, by: object): boolean => {
    asked += 1
    const uid = { type, id: 'whoever asks' }
    const answer = statefulIsAuthorized({
      principal: uid,
      action: { type: 'Action', id: action },
      resource: { type: entityType(kindOf(action, rules)), id: 'what is at hand' },
      context: context as never,
      entities: [{ uid, attrs: principal as never, parents: [] }],
      preparsedPolicySetId: `${name}/${action}`,
      ...by,
    })
    if (answer.type === 'failure') throw new Error(answer.errors.map(({ message }) => message).join('; '))
    const { decision, diagnostics } = answer.response
    // A policy that fails is skipped: that none ever does is part of what is compared.
    if (diagnostics.errors.length > 0)
      throw new Error(diagnostics.errors.map(({ policyId, error }) => `${policyId}: ${error.message}`).join('; '))
    return decision === 'allow'
  }

  let everything: object | undefined
  const wholly = (): object => {
    if (everything !== undefined) return everything
    const parsed = [
      preparsePolicySet(name, { staticPolicies: textOf(policies) }),
      preparseSchema(name, cedarSchema(rules)),
    ]
    const wrong = parsed.flatMap((one) => (one.type === 'failure' ? one.errors.map(({ message }) => message) : []))
    if (wrong.length > 0) throw new Error(wrong.join('; '))
    everything = { preparsedPolicySetId: name, preparsedSchemaName: name, validateRequest: true }
    return everything
  }

  return {
    allows(action, situation) {
      const { context, principal, known } = sliceOf(action)
      const [type, who, atHand] = [typeOf(situation), principalOf(situation), contextOf(situation, context)]
      const called: string[] = []
      const key = `${type}${told(who, principal, called)}${told(atHand, context, called)}`
      const before = known.get(key)
      if (before !== undefined) return before
      const named = { type, principal: only(who, principal) as Fields, context: only(atHand, context) as Fields }
      const answer = ask(action, named, {})
      known.set(key, answer)
      return answer
    },
    allowsWhole(action, situation) {
      const { type, principal, context } = requestOf(situation)
      const request = { type, principal: whole(principal) as Fields, context: whole(context) as Fields }
      return ask(action, request, wholly())
    },
    asked: () => asked,
    forget: () => {
      for (const { known } of slices.values()) known.clear()
    },
  }
}
