/**
 * The one engine. It decides from rules and a situation, and says which rule decided and by which path; it reads
 * nothing, knows no clock, and refuses whatever no rule allows.
 */
import type { Action } from '../actions.ts'
import { type Fact, facts } from './facts.ts'
import type { Path, Rule, Who } from './rule.ts'
import type { Situation } from './situation.ts'
import { type Meant, meantBy } from './who.ts'

/** What gave the right, or what refused it: the rule; for a right also its words that are fulfilled, and by which path. */
export type Decision =
  | { readonly allowed: true; readonly rule: Rule; readonly who: Who; readonly path: Path }
  | { readonly allowed: false; readonly rule: Rule | null }

/** One reason why somebody may: a rule that allows, the words of it that they fulfil, and the path. */
export type Cause = { readonly rule: Rule; readonly who: Who; readonly path: Path }

export type Policy = { readonly [A in Action]?: readonly CompiledRule[] }

type Holds = (situation: Situation) => boolean
type Condition = { readonly fact: Fact; readonly holds: Holds }

type CompiledRule = {
  readonly rule: Rule
  readonly never: boolean
  readonly who: readonly { readonly who: Who; readonly meant: Meant }[]
  readonly when: readonly Condition[]
  readonly unless: readonly Condition[]
}

const compileRule = (rule: Rule): CompiledRule => {
  const condition = (fact: Fact): Condition => ({ fact, holds: facts[fact].holds })
  return {
    rule,
    never: 'never' in rule,
    who: wordsOf(rule).map((who) => ({ who, meant: meantBy(who) })),
    when: (rule.when ?? []).map(condition),
    unless: (rule.unless ?? []).map(condition),
  }
}

/** Whom a rule speaks of, as a list. */
export const wordsOf = (rule: Rule): readonly Who[] =>
  'never' in rule ? [rule.never] : typeof rule.allow === 'string' ? [rule.allow] : rule.allow

/** Prepares rules for deciding: by action, `never` rows first so that they win, else in the order they are stated. */
export const compile = (rules: readonly Rule[]): Policy => {
  const policy: { [A in Action]?: CompiledRule[] } = {}
  const inOrder = [...rules.filter((rule) => 'never' in rule), ...rules.filter((rule) => !('never' in rule))]
  for (const rule of inOrder) (policy[rule.action] ??= []).push(compileRule(rule))
  return policy
}

/** Decides one action in one situation. A `never` row that applies refuses whatever else allows. */
export const decide = (policy: Policy, action: Action, situation: Situation): Decision => {
  if (mayNotAct(action, situation)) return { allowed: false, rule: inactive(action) }
  const rows = policy[action]
  if (rows === undefined) return { allowed: false, rule: null }
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as CompiledRule
    if (!conditionsHold(row, situation)) continue
    for (let word = 0; word < row.who.length; word++) {
      const { who, meant } = row.who[word] as CompiledRule['who'][number]
      const path = meant(situation)
      if (path === undefined) continue
      return row.never ? { allowed: false, rule: row.rule } : { allowed: true, rule: row.rule, who, path }
    }
  }
  return { allowed: false, rule: null }
}

/** Every reason why somebody may, in the order of the rules; none when they may not (B-02: every cause is listed). */
export const causesOf = (policy: Policy, action: Action, situation: Situation): readonly Cause[] => {
  if (!decide(policy, action, situation).allowed) return []
  return (policy[action] ?? []).flatMap((row): Cause[] => {
    if (row.never || !conditionsHold(row, situation)) return []
    return row.who.flatMap(({ who, meant }) => {
      const path = meant(situation)
      return path === undefined ? [] : [{ rule: row.rule, who, path }]
    })
  })
}

/** What one rule says of a situation, and what is missing for it to apply: the stuff of explanations (B-01). */
export type Reading = {
  readonly rule: Rule
  readonly never: boolean
  readonly applies: boolean
  /** The words of the rule, each with the path if the person fulfils them. */
  readonly who: readonly { readonly who: Who; readonly path: Path | undefined }[]
  /** Facts that would have to hold and do not. */
  readonly missing: readonly Fact[]
  /** Facts that stand in the way. */
  readonly inTheWay: readonly Fact[]
}

/** How every rule on an action reads in a situation, those that never allow first. */
export const readingsOf = (policy: Policy, action: Action, situation: Situation): readonly Reading[] =>
  (policy[action] ?? []).map(({ rule, never, who, when, unless }) => {
    const words = who.map((one) => ({ who: one.who, path: one.meant(situation) }))
    const missing = when.filter(({ holds }) => !holds(situation)).map(({ fact }) => fact)
    const inTheWay = unless.filter(({ holds }) => holds(situation)).map(({ fact }) => fact)
    const applies = missing.length + inTheWay.length === 0 && words.some(({ path }) => path !== undefined)
    return { rule, never, applies, who: words, missing, inTheWay }
  })

/** Nobody acts who is invited or deactivated, whatever link is at hand; but who is invited may become active. */
const mayNotAct = (action: Action, { actor: { status } }: Situation): boolean =>
  status !== 'active' && !(status === 'invited' && action === 'account.activate')

const inactive = (action: Action): Rule => ({
  id: `${action}/never-inactive`,
  action,
  on: 'organisation',
  never: 'anyone',
  when: ['actor is not active'],
  source: 'D-06',
  en: 'Nobody acts whose account is not active.',
  fr: "Nul n'agit si son compte n'est pas actif.",
})

const conditionsHold = ({ when, unless }: CompiledRule, situation: Situation): boolean => {
  for (let at = 0; at < when.length; at++) if (!(when[at] as Condition).holds(situation)) return false
  for (let at = 0; at < unless.length; at++) if ((unless[at] as Condition).holds(situation)) return false
  return true
}
