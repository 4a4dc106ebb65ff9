import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Approval, ApprovalMode, Verdict } from '../documents/records.ts'
import { endAfter, skippedOf, stillToAnswer, turnOf } from './turn.ts'

const given = (
  personId: string,
  verdict: Verdict['verdict'] = 'approved',
  onBehalfOf: string | null = null,
): Verdict => ({
  personId,
  onBehalfOf,
  verdict,
  reason: verdict === 'rejected' ? 'Faux.' : null,
  at: '2026-03-02T09:00:00.000Z',
})
const approval = (mode: ApprovalMode, verdicts: readonly Verdict[] = [], approverIds = ['a', 'b', 'c']): Approval => ({
  approvalId: 'approval',
  ruleId: 'rule',
  ruleName: 'Above 1,000',
  rulesVersion: 1,
  mode,
  approverIds,
  verdicts,
  begunAt: '2026-03-02T09:00:00.000Z',
  begunBy: 'somebody',
  endedAt: null,
})
const all = new Set(['a', 'b', 'c'])

describe('whose turn it is', () => {
  test('P-07: in order one after the other; of any or all, everybody who has not answered', () => {
    expect(turnOf(approval('in-order'), all)).toEqual(['a'])
    expect(turnOf(approval('in-order', [given('a')]), all)).toEqual(['b'])
    expect(turnOf(approval('any'), all)).toEqual(['a', 'b', 'c'])
    expect(turnOf(approval('all', [given('b')]), all)).toEqual(['a', 'c'])
  })

  test('B-11: a verdict in the place of somebody is theirs', () => {
    expect(stillToAnswer(approval('all', [given('deputy', 'approved', 'b')]))).toEqual(['a', 'c'])
  })

  test('P-07: whoever left is skipped: in order only those before the next', () => {
    expect([turnOf(approval('in-order'), new Set(['b'])), skippedOf(approval('in-order'), new Set(['b']))]).toEqual([
      ['b'],
      ['a'],
    ])
    expect(skippedOf(approval('all'), new Set(['b']))).toEqual(['a', 'c'])
    expect([turnOf(approval('all'), new Set()), skippedOf(approval('in-order'), new Set())]).toEqual([
      [],
      ['a', 'b', 'c'],
    ])
  })
})

describe('the end', () => {
  test('P-07: a rejection ends it whatever the mode; the first approval where any is enough', () => {
    for (const mode of ['in-order', 'any', 'all'] as const)
      expect(endAfter(approval(mode, [given('a', 'rejected')]), all)).toBe('rejected')
    expect(endAfter(approval('any', [given('c')]), all)).toBe('approved')
    expect(endAfter(approval('all', [given('c')]), all)).toBeUndefined()
  })

  test('P-07: who left stands in the way of nothing, once somebody has approved', () => {
    expect(endAfter(approval('in-order', [given('a'), given('b')]), new Set(['a', 'b']))).toBe('approved')
  })

  test('P-07: everybody who can is asked, once each, and then it has ended', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<ApprovalMode>('in-order', 'all'),
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 10 }),
        fc.func(fc.boolean()),
        (mode, approverIds, isAble) => {
          const able = new Set(approverIds.filter((one) => isAble(one)))
          let now = approval(mode, [], approverIds)
          const asked: string[] = []
          for (let [next] = turnOf(now, able); next !== undefined; [next] = turnOf(now, able)) {
            asked.push(next)
            now = { ...now, verdicts: [...now.verdicts, given(next)] }
            expect(endAfter(now, able)).toBe(asked.length === able.size ? 'approved' : undefined)
          }
          expect(asked).toEqual(approverIds.filter((one) => able.has(one)))
        },
      ),
    )
  })
})
