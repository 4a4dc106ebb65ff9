// Counted in memory, through the whole line: calls one after another, calls in all, and capacity by DynamoDB's arithmetic.
import { describe, expect, test } from 'vitest'
import type { Counted } from '../../bench/operations/count-calls.ts'
import { memoryWorld, put } from '../../bench/operations/memory-world.ts'
import { handlersOf, type Operation, operations, requestOf, runCounted } from '../../bench/operations/run-example.ts'
import { budgetOf, isList, surplus, titleOf } from './budget.ts'

const [few, page, many] = (await Promise.all([10, 60, 1000].map(memoryWorld))) as Awaited<
  ReturnType<typeof memoryWorld>
>[]
type Place = typeof few

const run = async (
  operation: Operation,
  { make }: Operation['examples'][number],
  place: Place,
  idempotencyKey: string | null = null,
): Promise<Counted> => {
  if (place === undefined) throw new Error('There is no such world.')
  const handler = (await handlersOf(operation.capability))[operation.name]
  if (handler === undefined) throw new Error(`No handler of ${operation.capability} is named ${operation.name}.`)
  const example = make(place.standing)
  await put(place.world.table, example.before ?? [])
  return runCounted(place.world, operation, handler, {
    ...requestOf(operation.route, example, place.standing),
    idempotencyKey,
  })
}

describe.each(operations.map((operation) => ({ title: operation.name, operation })))('$title', ({ operation }) => {
  test('has an example in bench/operations/examples.ts, so that its cost is held', () => {
    expect(operation.examples.length).toBeGreaterThan(0)
  })

  for (const example of operation.examples) {
    const { because, ...budget } = budgetOf(operation, example.special)
    const title = titleOf(operation, example.special)
    const reasons = because.length === 0 ? '' : ` (${because.join('; ')})`

    test(`${title}: at most ${budget.sequential} calls one after another, ${budget.readUnits} read and ${budget.writeUnits} write units${reasons}`, async () => {
      const { sequential, readUnits, writeUnits } = await run(operation, example, many)
      expect(sequential).toBeLessThanOrEqual(budget.sequential)
      expect(readUnits).toBeLessThanOrEqual(budget.readUnits)
      expect(writeUnits).toBeLessThanOrEqual(budget.writeUnits)
    })

    test(`${title}: costs the same however much the tenant holds`, async () => {
      const inLarge = await run(operation, example, many)
      const { calls, sequential } = await run(operation, example, few)
      expect({ calls, sequential }).toEqual({ calls: inLarge.calls, sequential: inLarge.sequential })
      // A page of a list is full from fifty things on.
      const inMiddle = await run(operation, example, page)
      expect(inMiddle).toEqual(inLarge)
    })

    if (operation.route.method === 'GET' || operation.route.open !== undefined) continue
    test(`${title}: an Idempotency-Key costs no further call, but that a write's answer must be kept where nothing else is`, async () => {
      const without = await run(operation, example, few)
      const { calls } = await run(operation, example, few, `key-of-${title.replaceAll(/\W/g, '-')}`)
      const keeps = operation.route.uses.table === 'write' && without.writeUnits === 0
      expect(calls).toBe(without.calls + (keeps ? 1 : 0))
    })
  }
})

test('lists are told from reads by their cursor', () => {
  const lists = operations.filter(({ route }) => isList(route)).map(({ name }) => name)
  expect(lists).toEqual(operations.filter(({ name }) => name.startsWith('list')).map(({ name }) => name))
})

test('no operation is allowed more that does not exist any more', () => {
  expect(
    surplus(operations.flatMap((operation) => operation.examples.map(({ special }) => titleOf(operation, special)))),
  ).toEqual([])
})
