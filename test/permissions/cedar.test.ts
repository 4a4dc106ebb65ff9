// B-05: the exported policies are well formed, and Cedar gives the same decision as `decide()` on every cell.
import { validate } from '@cedar-policy/cedar-wasm/nodejs'
import { afterAll, describe, expect, test } from 'vitest'
import { cedarPolicies, cedarSchema } from '../../docs/generate/cedar.ts'
import { rules } from '../../functions/rules.ts'
import type { Action } from '../../shared/actions.ts'
import { compile, decide } from '../../shared/rules/decide.ts'
import { importsOf, sources } from '../source-files.ts'
import { everyPersona, situationOf } from '../world.ts'
import { allActions } from './arbitrary.ts'
import { circumstancesOf, inWords } from './circumstances.ts'
import { type SecondEngine, secondEngine } from './second-engine.ts'

const policy = compile(rules)
const cedar = secondEngine(rules)
let cells = 0

/** Each cell of an action on which the two do not agree, as a line. */
const disagreements = (action: Action, other: SecondEngine): readonly string[] => {
  const everyCircumstance = circumstancesOf(action)
  return everyPersona.flatMap((persona) =>
    everyCircumstance.flatMap((circumstances) => {
      cells += 1
      const situation = situationOf(persona, circumstances)
      const { allowed, rule } = decide(policy, action, situation)
      if (other.allows(action, situation) === allowed) return []
      const [ours, theirs] = allowed ? ['allows', 'refuses'] : ['refuses', 'allows']
      return `${action} · ${persona} · ${inWords(circumstances)}: decide() ${ours} by ${rule?.id ?? 'no rule'}, Cedar ${theirs}`
    }),
  )
}

test('the policies are valid by the schema, strictly', { timeout: 240_000 }, () => {
  const answer = validate({
    validationSettings: { mode: 'strict' },
    schema: cedarSchema(),
    policies: { staticPolicies: cedarPolicies() },
  })
  expect(answer).toMatchObject({ type: 'success', validationErrors: [], validationWarnings: [], otherWarnings: [] })
})

test('an action is about one kind of thing, so that the schema can say which', () => {
  const kinds = Map.groupBy(rules, ({ action }) => action)
  const several = [...kinds].filter(([, own]) => new Set(own.map(({ on }) => on)).size > 1)
  expect(several.map(([action]) => action)).toEqual([])
})

describe('Cedar decides as decide() does', () => {
  test.each(allActions)('%s', { timeout: 240_000 }, (action) => {
    expect(disagreements(action, cedar)).toEqual([])
    cedar.forget()
  })
})

test('Cedar is in no function: it would cost each start more than all the rest', () => {
  const imported = sources('functions', 'shared', 'infra').flatMap(importsOf)
  expect(imported.filter(({ to }) => to.startsWith('@cedar-policy/') || to.includes('second-engine'))).toEqual([])
})

test('a rule that only one of the two knows would be seen', () => {
  const action = 'member.list'
  const counted = cells
  const poorer = secondEngine(
    rules.filter((rule) => rule.action !== action || !('allow' in rule)),
    'poorer',
  )
  expect(disagreements(action, poorer).length).toBeGreaterThan(0)
  cells = counted
})

afterAll(() =>
  console.log(`${cells} permission cells decided alike by Cedar, which was asked ${cedar.asked()} different requests.`),
)
