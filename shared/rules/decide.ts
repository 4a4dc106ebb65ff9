/**
 * The one engine. It decides from rules and a situation, and says which rule decided and by which path; it reads
 * nothing, knows no clock, and refuses whatever no rule allows.
 */
import type { Action } from '../actions.ts'
import { type Area, type Breadth, reaches } from '../sheet.ts'
import { type Fact, facts } from './facts.ts'
import type { Relation, Rule, Who } from './rule.ts'
import type { Situation } from './situation.ts'

/** What gave the right: the words of the rule's `allow` that the actor fulfils. */
export type Decision =
  | { readonly allowed: true; readonly rule: Rule; readonly path: Who }
  | { readonly allowed: false; readonly rule: Rule | null }

export type Policy = { readonly [A in Action]?: readonly CompiledRule[] }

type CompiledRule = {
  readonly rule: Rule
  readonly never: boolean
  readonly who: readonly { readonly who: Who; readonly is: (situation: Situation) => boolean }[]
  readonly when: readonly ((situation: Situation) => boolean)[]
  readonly unless: readonly ((situation: Situation) => boolean)[]
}

const is: Record<Relation, (situation: Situation) => boolean> = {
  owner: ({ actor, dossier }) => actor.kind === 'member' && dossier?.ownerId === actor.personId,
  responsible: ({ actor, dossier }) => actor.kind === 'member' && dossier?.responsibleId === actor.personId,
  'client user': (situation) => isClientUser(situation),
  requester: ({ actor, request }) => request?.requestedBy === actor.personId,
  'co-requester': ({ actor, request }) => request?.joinedBy?.includes(actor.personId) === true,
  'stand-in': ({ actor, followUp }) =>
    actor.kind === 'member' &&
    actor.roles.includes('administrator') &&
    followUp?.standIns.includes(actor.personId) === true,
  'link holder': ({ actor, link }) => link?.personId === actor.personId,
  oneself: () => true,
}

const isClientUser = ({ actor, access }: Situation): boolean =>
  actor.kind === 'client-user' && access?.personId === actor.personId

const testOf = (who: Who): ((situation: Situation) => boolean) => {
  if (who === 'anyone') return () => true
  if (who === 'member') return ({ actor }) => actor.kind === 'member'
  const role = /^role (.+)$/.exec(who)?.[1]
  if (role !== undefined) return ({ actor }) => actor.kind === 'member' && (actor.roles as string[]).includes(role)
  const profile = /^profile (.+)$/.exec(who)?.[1]
  if (profile !== undefined)
    return (situation) =>
      situation.actor.kind === 'client-user' && situation.actor.profile === profile && isClientUser(situation)
  const scope = /^(view|edit) (.+): (.+)$/.exec(who)
  if (scope !== null) {
    const [, side, area, breadth] = scope as unknown as [string, 'view' | 'edit', Area, Breadth]
    return ({ actor }) => hasSheet(actor) && reaches(actor.sheet[area][side], breadth)
  }
  return is[who as Relation]
}

/** A sheet is a team member's; whatever stands in a guest's, they see only what is shared with them (C-05). */
const hasSheet = (actor: Situation['actor']): actor is Extract<Situation['actor'], { kind: 'member' }> =>
  actor.kind === 'member' && !actor.roles.includes('guest')

const compileRule = (rule: Rule): CompiledRule => {
  const named = 'never' in rule ? [rule.never] : typeof rule.allow === 'string' ? [rule.allow] : rule.allow
  const holds = (fact: Fact) => facts[fact].holds
  return {
    rule,
    never: 'never' in rule,
    who: named.map((who) => ({ who, is: testOf(who) })),
    when: (rule.when ?? []).map(holds),
    unless: (rule.unless ?? []).map(holds),
  }
}

/** Prepares rules for deciding: by action, `never` rows first so that they win. */
export const compile = (rules: readonly Rule[]): Policy => {
  const policy: { [A in Action]?: CompiledRule[] } = {}
  for (const rule of rules) {
    const compiled = compileRule(rule)
    const rows = (policy[rule.action] ??= [])
    if (compiled.never) rows.unshift(compiled)
    else rows.push(compiled)
  }
  return policy
}

/** Decides one action in one situation. A `never` row that applies refuses whatever else allows. */
export const decide = (policy: Policy, action: Action, situation: Situation): Decision => {
  // Nobody acts who is invited or deactivated, whatever link is at hand; but who is invited may become active.
  const { status } = situation.actor
  if (status !== 'active' && !(status === 'invited' && action === 'account.activate')) {
    return { allowed: false, rule: inactive(action) }
  }
  const rows = policy[action]
  if (rows === undefined) return { allowed: false, rule: null }
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as CompiledRule
    const path = applies(row, situation)
    if (path === undefined) continue
    return row.never ? { allowed: false, rule: row.rule } : { allowed: true, rule: row.rule, path }
  }
  return { allowed: false, rule: null }
}

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

const applies = (row: CompiledRule, situation: Situation): Who | undefined => {
  for (const holds of row.when) if (!holds(situation)) return undefined
  for (const holds of row.unless) if (holds(situation)) return undefined
  for (const { who, is } of row.who) if (is(situation)) return who
  return undefined
}
