// `npm run prove` believes the prover's words, for its exit code is 0 whether a proof holds or not.
import { expect, test } from 'vitest'
import { answerIn } from '../../scripts/prove/symcc.ts'

const refuted = `✗ Policy set 1 implies policy set 2: DOES NOT HOLD
  Counterexample found:
principal: Member::"", action: Action::"client.read", resource: Client::""
context: {}
entities: [
  Action::"client.read",
  Client::"",
  Action::"client.change",
  Member::"" {
    roles: ["guest"],
  },
]
`

test('a proof that holds is told by its word', () => {
  expect(answerIn('✓ Policy set 1 implies policy set 2: VERIFIED\n')).toEqual({ holds: true, counterexample: '' })
  expect(answerIn('✓ Policy set always denies: VERIFIED\n')).toEqual({ holds: true, counterexample: '' })
})

test('one that does not hold comes with who, what and where, without the list of every action', () => {
  expect(answerIn(refuted)).toEqual({
    holds: false,
    counterexample: [
      'principal: Member::"", action: Action::"client.read", resource: Client::""',
      'context: {}',
      'entities: [',
      '  Client::"",',
      '  Member::"" {',
      '    roles: ["guest"],',
      '  },',
      ']',
    ].join('\n'),
  })
  expect(answerIn('✗ Policy set always denies: DOES NOT HOLD\n')).toEqual({ holds: false, counterexample: '' })
})

test.each([
  ['nothing', ''],
  ['a failure', '  × Analysis failed\n  ├─▶ Failed to compile policy set\n'],
  ['a solver that gave up', '  × solver returned unknown\n'],
  ['both words', '✓ one: VERIFIED\n✗ another: DOES NOT HOLD\n'],
  ['the word within another sentence', 'could not be VERIFIED by the solver\n'],
])('%s is no answer', (_, output) => {
  expect(answerIn(output)).toBeUndefined()
})
