/** What each operation asks of the table: counted through the whole line, beside what the official DynamoDB Local says. */

import type { World } from '../functions/kernel/line.ts'
import { rules } from '../functions/rules.ts'
import { newUuid } from '../shared/ports/ids.ts'
import { compile } from '../shared/rules/decide.ts'
import type { Call } from '../shared/table/table.ts'
import { openEngine } from '../test/table/open-engine.ts'
import { memoryWorld, put } from './operations/memory-world.ts'
import { directory, files } from './operations/ports.ts'
import { handlersOf, operations, requestOf, runCounted } from './operations/run-example.ts'
import { type StandingWorld, standingWorld, townOf } from './operations/standing-world.ts'

/** How many things every list holds: more than a page shows. */
export const SIZE = 60

export type OperationFigures = {
  readonly operation: string
  readonly special: string
  readonly sequential: number
  readonly calls: number
  readonly readUnits: number
  readonly writeUnits: number
  /** What the engine says was consumed, where there is one. */
  readonly reported?: { readonly readUnits: number; readonly writeUnits: number }
}

type Place = {
  readonly world: World
  readonly standing: StandingWorld
  readonly consumed?: readonly Call[]
  readonly close: () => Promise<void>
}

/**
 * Runs every example once.
 * @param endpoint of DynamoDB Local; without it capacity is only reckoned from the items' sizes.
 */
export const measureOperations = async (endpoint?: string): Promise<OperationFigures[]> => {
  const { world, standing, consumed, close } = endpoint === undefined ? await inMemory() : await onEngine(endpoint)
  const figures: OperationFigures[] = []
  try {
    for (const operation of operations) {
      const handler = (await handlersOf(operation.capability))[operation.name]
      for (const { special, make } of operation.examples) {
        if (handler === undefined) continue
        const example = make(standing)
        await put(world.table, example.before ?? [])
        const before = consumed?.length ?? 0
        const counted = await runCounted(world, operation, handler, requestOf(operation.route, example, standing))
        figures.push({
          ...counted,
          ...(consumed && { reported: unitsOf(consumed.slice(before)) }),
          operation: operation.name,
          special,
        })
      }
    }
    return figures
  } finally {
    await close()
  }
}

const inMemory = async (): Promise<Place> => ({ ...(await memoryWorld(SIZE)), close: async () => {} })

const onEngine = async (endpoint: string): Promise<Place> => {
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' }
  const { table, calls, close } = await openEngine({ endpoint, region: 'eu-west-3', credentials })
  const standing = standingWorld(townOf({ now: new Date().toISOString(), newId: newUuid }), SIZE)
  await put(table, standing.writes)
  const clock = (): string => new Date().toISOString()
  const world = {
    table,
    files,
    directory,
    policy: compile(rules),
    clock,
    newId: newUuid,
    publicUrl: 'https://greffe.example',
    inboundDomain: 'courrier.greffe.example',
  }
  return { world, standing, consumed: calls, close }
}

const unitsOf = (calls: readonly Call[]) => {
  const sum = (isWrite: boolean): number =>
    calls
      .filter(({ operation }) => (operation === 'TransactWriteItems') === isWrite)
      .reduce((units, { capacityUnits }) => units + capacityUnits, 0)
  return { readUnits: sum(false), writeUnits: sum(true) }
}
