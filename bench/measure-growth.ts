/**
 * What the same operations take while the organisation's dossiers grow: on the official DynamoDB Local, whose queries
 * cost the same however much a partition holds. Calls and capacity are what the engine says was consumed.
 */

import { Dossiers } from '../functions/dossiers/records.ts'
import { rules } from '../functions/rules.ts'
import { newUuid } from '../shared/ports/ids.ts'
import { compile } from '../shared/rules/decide.ts'
import { create, type Table } from '../shared/table/table.ts'
import { openEngine } from '../test/table/open-engine.ts'
import { median } from './figures.ts'
import { put } from './operations/memory-world.ts'
import { directory, files } from './operations/ports.ts'
import { handlersOf, type Operation, operations, requestOf, runCounted } from './operations/run-example.ts'
import { type StandingWorld, standingWorld, townOf } from './operations/standing-world.ts'

/** How many dossiers the organisation and their one owner hold, in the order in which they come to. */
export const DOSSIERS = [1_000, 10_000, 100_000] as const

/** What people do most with dossiers. */
const COMMON = [
  'listDossiers',
  'countDossiers',
  'readDossier',
  'createDossier',
  'configureDossier',
  'shareDossier',
  'listShares',
  'listNotes',
  'writeNote',
  'listDocuments',
  'importDocument',
  'processDocument',
  'submitDocument',
]

const RUNS = 9

export type Growth = {
  readonly operation: string
  readonly dossiers: number
  readonly sequential: number
  readonly calls: number
  readonly readUnits: number
  readonly writeUnits: number
  /** Median over nine requests, in ms, through the line and the engine on this machine. */
  readonly milliseconds: number
}

/** @param endpoint of DynamoDB Local. */
export const measureGrowth = async (endpoint: string): Promise<readonly Growth[]> => {
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' }
  const { table, calls, close } = await openEngine({ endpoint, region: 'eu-west-3', credentials })
  const clock = (): string => new Date().toISOString()
  const standing = standingWorld(townOf({ now: clock(), newId: newUuid }), 60)
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
  const measured: Growth[] = []
  try {
    await put(table, standing.writes)
    let held = 0
    for (const dossiers of DOSSIERS) {
      await addDossiers(table, standing, held, dossiers)
      held = dossiers
      for (const operation of operations.filter(({ name }) => COMMON.includes(name)))
        measured.push({ ...(await measureOne(operation, { world, standing, calls })), dossiers })
    }
    return measured
  } finally {
    await close()
  }
}

/** Each of a client of its own, all of the one owner: the longest lists that dossiers can lie in. */
const addDossiers = async (table: Table, { town }: StandingWorld, from: number, to: number): Promise<void> => {
  const SIDE_BY_SIDE = 8
  const each = Math.ceil((to - from) / SIDE_BY_SIDE)
  await Promise.all(
    Array.from({ length: SIDE_BY_SIDE }, async (_, part) => {
      const first = from + part * each
      const writes = Array.from({ length: Math.max(0, Math.min(each, to - first)) }, (_, at) =>
        create(Dossiers, town.dossier(town.client(), 1_000 + first + at)),
      )
      await put(table, writes)
    }),
  )
}

type Place = {
  readonly world: Parameters<typeof runCounted>[0]
  readonly standing: StandingWorld
  readonly calls: readonly { readonly operation: string; readonly capacityUnits: number }[]
}

const measureOne = async (
  operation: Operation,
  { world, standing, calls }: Place,
): Promise<Omit<Growth, 'dossiers'>> => {
  const handler = (await handlersOf(operation.capability))[operation.name]
  const make = operation.examples[0]?.make
  if (handler === undefined || make === undefined) throw new Error(`${operation.name} has no handler or no example.`)
  const runs: Omit<Growth, 'operation' | 'dossiers'>[] = []
  for (let run = 0; run < RUNS; run++) {
    const example = make(standing)
    await put(world.table, example.before ?? [])
    const before = calls.length
    const began = performance.now()
    const { sequential, calls: inAll } = await runCounted(
      world,
      operation,
      handler,
      requestOf(operation.route, example, standing),
    )
    const milliseconds = performance.now() - began
    const consumed = calls.slice(before)
    const units = (isWrite: boolean): number =>
      consumed
        .filter(({ operation: called }) => (called === 'TransactWriteItems') === isWrite)
        .reduce((sum, { capacityUnits }) => sum + capacityUnits, 0)
    runs.push({ sequential, calls: inAll, readUnits: units(false), writeUnits: units(true), milliseconds })
  }
  const of = (name: keyof Omit<Growth, 'operation' | 'dossiers'>): number => median(runs.map((one) => one[name]))
  return {
    operation: operation.name,
    sequential: of('sequential'),
    calls: of('calls'),
    readUnits: of('readUnits'),
    writeUnits: of('writeUnits'),
    milliseconds: of('milliseconds'),
  }
}
