/**
 * Every operation of the catalogue, over HTTP on the deployed stack, by somebody who may: it succeeds with the status that
 * it declares. Who may not is in refusals, tokens and bad-input; here is shown that no right is too narrow to work.
 */
import { describe, expect, test } from 'vitest'
import { send, settle } from '../../bench/measure-http.ts'
import { operations } from '../../bench/operations/run-example.ts'
import { titleOf } from '../budgets/budget.ts'
import { localStack } from './local-stack.ts'

const place = await settle(localStack(), 5)

const cases = operations.flatMap((operation) =>
  operation.examples.map(({ special, make }) => ({ ...operation, title: titleOf(operation, special), make })),
)

describe('someone who may', () => {
  test.each(cases)('$title succeeds', async ({ route, make }) => {
    const example = make(place.standing)
    await place.prepare([example])
    const answer = await send(place, route, example)
    const text = await answer.text()
    expect(answer.status, text.slice(0, 500)).toBe(route.status)
  })
})
