// What `npm run prove` proves is well stated: in Cedar that the schema knows, of actions that rules open, each beside a
// policy that breaks it. The proofs themselves need a solver.
import { validate } from '@cedar-policy/cedar-wasm/nodejs'
import { expect, test } from 'vitest'
import { cedarSchema, policiesOf, textOf } from '../../docs/generate/cedar.ts'
import { invariants } from '../../docs/generate/invariants.ts'
import { rules } from '../../functions/rules.ts'
import { emptiness, questionsOf, withPlanted } from '../../scripts/prove/questions.ts'

const schema = cedarSchema()
const wrongIn = (policies: string): readonly string[] => {
  const answer = validate({ validationSettings: { mode: 'strict' }, schema, policies: { staticPolicies: policies } })
  return answer.type === 'failure'
    ? answer.errors.map(({ message }) => message)
    : answer.validationErrors.map(({ policyId, error }) => `${policyId}: ${error.message}`)
}

test('invariants have names of their own', () => {
  expect(new Set(invariants.map(({ name }) => name)).size).toBe(invariants.length)
})

test('every action of a claim is one that rules speak of', () => {
  const known = new Set(rules.map(({ action }) => action))
  const claimed = invariants.flatMap(({ claims }) => claims.map(({ action, mayAlso = action }) => [action, mayAlso]))
  expect([...new Set(claimed.flat())].filter((action) => !known.has(action))).toEqual([])
})

test.each(invariants.map((invariant) => [invariant.name, invariant] as const))('%s', (_, invariant) => {
  const { planted, claims, given = 'true', of } = invariant
  expect(claims.map(({ action }) => action)).toContain(planted.action)
  // Claims of outsiders and of one type of people are typed for that type alone.
  const who = of.length === 1 ? `principal is ${of[0]}` : 'principal has personId'
  const walls = new Set(claims.flatMap(({ action, onlyIf }) => (onlyIf === undefined ? [] : [`${action}\n${onlyIf}`])))
  const stated = [...walls].map((wall) => {
    const [action, onlyIf] = wall.split('\n')
    return `permit (principal, action == Action::"${action}", resource) when { ${who} && (${given}) && (${onlyIf}) };`
  })
  expect(wrongIn([...stated, planted.policy].join('\n'))).toEqual([])
})

test('edit is held against view as if both were one action', () => {
  const within = invariants.find(({ name }) => name === 'edit within view')
  const asked = within && questionsOf(within, policiesOf()).find(({ claim }) => claim.action === 'client.change')
  expect(asked?.question).toMatchObject({ action: 'client.read', resource: 'Client' })
  expect(asked?.question.policies).not.toContain('client.change')
  expect(asked?.question.policies).toContain('forbid (principal, action, resource) unless {')
  expect(asked && emptiness(asked)).not.toHaveProperty('within')
})

test('a planted policy is not kept off by a forbid where it is said to stand unguarded', () => {
  const unguarded = invariants.filter(({ planted }) => planted.unguarded)
  for (const invariant of unguarded) {
    const { action } = invariant.planted
    const left = withPlanted(invariant, policiesOf()).filter((policy) => policy.action === action)
    expect(textOf(left)).not.toMatch(/^forbid/m)
    expect(textOf(left)).toContain(invariant.planted.policy)
  }
  expect(unguarded.length).toBeGreaterThan(0)
})
