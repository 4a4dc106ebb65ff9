/**
 * The same policy as an ability of CASL, as its users write one: for each person the rules that can speak of them, with
 * what depends on the thing at hand as conditions. The conditions are our own predicates, so that only the engines differ.
 */
import { Ability as CaslAbility, type MatchConditions } from '@casl/ability'
import { rules } from '../functions/rules.ts'
import type { Action } from '../shared/actions.ts'
import { wordsOf } from '../shared/rules/decide.ts'
import { facts } from '../shared/rules/facts.ts'
import type { Rule, Who } from '../shared/rules/rule.ts'
import type { Situation } from '../shared/rules/situation.ts'
import { meantBy } from '../shared/rules/who.ts'

export type Ability = CaslAbility<[Action, Situation], MatchConditions>

type Actor = Situation['actor']

/** Whether words can mean this person at all, whatever is at hand: their role, profile or sheet is known beforehand. */
const canMean = (who: Who, actor: Actor): boolean => {
  if (who.startsWith('role ')) return actor.kind === 'member' && meantBy(who)({ actor }) !== undefined
  if (who.startsWith('profile ')) return actor.kind === 'client-user' && who === `profile ${actor.profile}`
  const breadth = /^(view|edit) .+: all$/.exec(who)
  if (breadth !== null) return meantBy(who)({ actor }) !== undefined
  return true
}

const prepared = rules.map((rule: Rule) => ({
  rule,
  words: wordsOf(rule).map((who) => ({ who, meant: meantBy(who) })),
  when: (rule.when ?? []).map((fact) => facts[fact].holds),
  unless: (rule.unless ?? []).map((fact) => facts[fact].holds),
}))

/** The person's ability. CASL lets later rules win, so those that never allow come last. */
export const abilityOf = (actor: Actor): Ability => {
  const own = prepared.flatMap(({ rule, words, when, unless }) => {
    const mine = words.filter(({ who }) => canMean(who, actor))
    if (mine.length === 0) return []
    const conditions = (situation: Situation): boolean =>
      when.every((holds) => holds(situation)) &&
      !unless.some((holds) => holds(situation)) &&
      mine.some(({ meant }) => meant(situation) !== undefined)
    return [
      { action: rule.action, subject: 'all' as never, conditions: conditions as never, inverted: 'never' in rule },
    ]
  })
  const inOrder = [...own.filter(({ inverted }) => !inverted), ...own.filter(({ inverted }) => inverted)]
  return new CaslAbility<[Action, Situation], MatchConditions>(actor.status === 'active' ? inOrder : [], {
    conditionsMatcher: (matches: MatchConditions) => matches,
    detectSubjectType: () => 'all' as never,
  })
}
