import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProcessingFacts } from '../documents/records.ts'
import { type ApprovalRule, ruleCovering } from './records.ts'

const rule: ApprovalRule = {
  ruleId: 'a',
  name: 'Purchases of 1,000 EUR or more of two suppliers',
  kinds: ['purchase'],
  partyIds: ['glazier', 'joiner'],
  atLeast: { minor: 100_000, currency: 'EUR' },
  approverIds: ['camille'],
  mode: 'any',
}
const met: ProcessingFacts = { kind: 'purchase', partyId: 'joiner', amount: { minor: 100_000, currency: 'EUR' } }

test.each([
  ['all that it asks for', {}, true],
  ['a cent less', { amount: { minor: 99_999, currency: 'EUR' } }, false],
  ['a credit note of as much', { amount: { minor: -100_000, currency: 'EUR' } }, true],
  ['another currency, whatever the amount', { amount: { minor: 1, currency: 'CHF' } }, true],
  ['another kind', { kind: 'sale' }, false],
  ['another party', { partyId: 'baker' }, false],
] as const)('P-07: a rule and a document with %s: covered %j', (_, facts, covers) => {
  expect(ruleCovering([rule], { ...met, ...facts } as ProcessingFacts)).toBe(covers ? rule : undefined)
})

test('P-07: what is not said of a document never takes it past a rule that covers it', () => {
  fc.assert(
    fc.property(fc.subarray(['kind', 'partyId', 'amount'] as const), (said) => {
      const facts = Object.fromEntries(said.map((name) => [name, met[name]]))
      expect(ruleCovering([rule], facts)).toBe(rule)
    }),
  )
})

test('P-07: the first rule that covers counts, and a rule without conditions covers everything', () => {
  const { kinds: _kinds, partyIds: _parties, atLeast: _least, ...everything } = { ...rule, ruleId: 'b' }
  expect(ruleCovering([rule, everything], met)).toBe(rule)
  expect(ruleCovering([rule, everything], { kind: 'bank' })).toBe(everything)
  expect(ruleCovering([], met)).toBeUndefined()
})
