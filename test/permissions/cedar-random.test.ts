// B-05: beyond the cells, Cedar and `decide()` agree on whatever comes, by the rules and by each word of them.
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { rules } from '../../functions/rules.ts'
import type { Action } from '../../shared/actions.ts'
import { compile, decide, type Policy, wordsOf } from '../../shared/rules/decide.ts'
import type { Fact } from '../../shared/rules/facts.ts'
import type { Rule, Who } from '../../shared/rules/rule.ts'
import type { Situation } from '../../shared/rules/situation.ts'
import { ACTION, anAction, aSituation, everyFact, everyWho } from './arbitrary.ts'
import { type SecondEngine, secondEngine } from './second-engine.ts'

const policy = compile(rules)
const cedar = secondEngine(rules)
let requests = 0
let allowed = 0

const mustAgree = (by: Policy, other: SecondEngine, action: Action, situation: Situation): void => {
  const ours = decide(by, action, situation)
  requests += 1
  if (ours.allowed) allowed += 1
  if (other.allows(action, situation) === ours.allowed) return
  const words = ours.allowed ? ['allows', 'refuses'] : ['refuses', 'allows']
  throw new Error(
    `${action}: decide() ${words[0]} by ${ours.rule?.id ?? 'no rule'}, Cedar ${words[1]}: ${JSON.stringify(situation)}`,
  )
}

describe('by the rules of the organisation', () => {
  test.each(Array.from({ length: 10 }, (_, tenth) => tenth + 1))(
    'on 10,000 random requests, %i of ten',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(anAction, aSituation, (action, situation) => mustAgree(policy, cedar, action, situation)),
        { numRuns: 10_000 },
      )
    },
  )

  test('Cedar says the same of the whole request, by all policies, held against the schema', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(anAction, aSituation, (action, situation) => {
        expect(cedar.allowsWhole(action, situation)).toBe(cedar.allows(action, situation))
      }),
      { numRuns: 1000 },
    )
  })

  afterAll(() =>
    console.log(
      `${requests} random requests decided alike by Cedar, ${allowed} of them allowed; it was asked ${cedar.asked()} different ones.`,
    ),
  )
})

/** What is asked of a seat, and so only of people of the room: who they are says that the seat is theirs, and here. */
const ofSeats: readonly Fact[] = [
  'it is of their groups',
  'their member may change it',
  'they manage the group',
  'they take part in the meeting',
  'they are recused',
]
const ofRooms = everyWho.filter((who) => /^(room|annotation) /.test(who))

test('R-01: rules ask what is of a seat only of people of the room, or to refuse', () => {
  const asks = rules.filter(({ when = [], unless = [] }) => [...when, ...unless].some((fact) => ofSeats.includes(fact)))
  const wrong = asks.filter((rule) => 'allow' in rule && !wordsOf(rule).every((who) => ofRooms.includes(who)))
  expect(asks.length).toBeGreaterThan(0)
  expect(wrong.map(({ id }) => id)).toEqual([])
})

describe('by one rule that says', () => {
  const ruleOf = (allow: Who | readonly Who[], conditions: Pick<Rule, 'when' | 'unless'> = {}): Rule => ({
    id: `${ACTION}/word`,
    action: ACTION,
    on: 'dossier',
    allow,
    ...conditions,
    source: 'B-05',
    en: 'Made up.',
    fr: 'Inventée.',
  })
  const whom = (fact: Fact): Who | readonly Who[] => (ofSeats.includes(fact) ? ofRooms : 'oneself')
  const one: readonly [string, Rule][] = [
    ...everyWho.map((who): [string, Rule] => [who, ruleOf(who)]),
    ...everyFact.map((fact): [string, Rule] => [`when ${fact}`, ruleOf(whom(fact), { when: [fact] })]),
    ...everyFact.map((fact): [string, Rule] => [`unless ${fact}`, ruleOf(whom(fact), { unless: [fact] })]),
  ]
  test.each(one)('%s', (words, rule) => {
    const [ours, theirs] = [compile([rule]), secondEngine([rule], words)]
    fc.assert(
      fc.property(aSituation, (situation) => mustAgree(ours, theirs, ACTION, situation)),
      { numRuns: 300 },
    )
  })
})
