/** How a decision is shown: its rule, by which path, every cause, and what would have to change (B-01, B-02). */
import * as z from 'zod/mini'
import { type Action, actions } from '../../shared/actions.ts'
import type { Bilingual } from '../../shared/roles.ts'
import { type Cause, type Decision, type Reading, wordsOf } from '../../shared/rules/decide.ts'
import { type Fact, facts } from '../../shared/rules/facts.ts'
import { type Path, type Rule, steps, type Who } from '../../shared/rules/rule.ts'
import { inWords } from '../../shared/rules/words.ts'

const said = { en: z.string(), fr: z.string() }
const Words = z.object(said)

export const ActionView = z.object({ action: z.string(), ...said })
/** A rule, with the requirement it comes from and its sentence. */
export const RuleView = z.object({ id: z.string(), source: z.string(), ...said })
/** The ways by which the right reaches the person, in order. */
export const PathView = z.array(z.object({ step: z.string(), ...said }))
/** A rule that allows, whom it speaks of, and by which path the person is that. */
export const CauseView = z.object({ rule: RuleView, who: Words, path: PathView })
/** What would have to change: what forbids must be lifted, and one of the ways be fulfilled; the nearest come first. */
export const ChangeView = z.object({
  forbiddenBy: z.array(z.object({ rule: RuleView, untilNot: z.array(Words), orUntil: z.array(Words) })),
  ways: z.array(
    z.object({ rule: RuleView, beOneOf: z.array(Words), mustHold: z.array(Words), mustNotHold: z.array(Words) }),
  ),
})

const saidOf = ({ en, fr }: Bilingual): Bilingual => ({ en, fr })
const inFacts = (some: readonly Fact[]): Bilingual[] => some.map((fact) => saidOf(facts[fact]))

export const showAction = (action: Action) => ({ action, ...actions[action] })
export const showRule = ({ id, source, en, fr }: Rule) => ({ id, source, en, fr })
export const showPath = (path: Path) => path.map((step) => ({ step, ...steps[step] }))
export const showCause = ({ rule, who, path }: Cause) => ({
  rule: showRule(rule),
  who: inWords(who),
  path: showPath(path),
})

type Kind = 'member' | 'client-user'
const OF_CLIENT_USERS = /^(profile .*|client user)$/
const OF_ANYBODY: readonly Who[] = ['anyone', 'oneself', 'approver', 'requester', 'co-requester', 'link holder']

/** Whether somebody of a kind can ever be whom a rule speaks of: a client user becomes no owner, a member no profile. */
const canBe = (kind: Kind, who: Who): boolean =>
  OF_ANYBODY.includes(who) || OF_CLIENT_USERS.test(who) === (kind === 'client-user')

/** What would have to change for a refused person of this kind. */
export const showChange = (kind: Kind, refused: Decision, readings: readonly Reading[]) => {
  const forbidding = readings.filter(({ never, applies }) => never && applies)
  const beyond = refused.rule !== null && !forbidding.some(({ rule }) => rule === refused.rule) ? [refused.rule] : []
  const ways = readings
    .filter(({ never, applies }) => !never && !applies)
    .map(({ rule, who, missing, inTheWay }) => ({
      rule: showRule(rule),
      words: who.some(({ path }) => path !== undefined) ? [] : who.map((one) => one.who),
      mustHold: inFacts(missing),
      mustNotHold: inFacts(inTheWay),
    }))
    .map(({ words, ...way }) => ({
      ...way,
      isClosed: words.length > 0,
      words: words.filter((who) => canBe(kind, who)),
    }))
    .filter(({ isClosed, words }) => !isClosed || words.length > 0)
    .map(({ isClosed: _, words, ...way }) => ({ ...way, beOneOf: words.map(inWords) }))
  return {
    forbiddenBy: [...forbidding.map(({ rule }) => rule), ...beyond].map((rule) => ({
      rule: showRule(rule),
      untilNot: [
        ...wordsOf(rule)
          .filter((who) => who !== 'anyone')
          .map(inWords),
        ...inFacts(rule.when ?? []),
      ],
      orUntil: inFacts(rule.unless ?? []),
    })),
    ways: ways.sort((a, b) => distanceOf(a) - distanceOf(b)),
  }
}

const distanceOf = (way: {
  readonly beOneOf: readonly unknown[]
  readonly mustHold: readonly unknown[]
  readonly mustNotHold: readonly unknown[]
}): number => Math.min(way.beOneOf.length, 1) + way.mustHold.length + way.mustNotHold.length
