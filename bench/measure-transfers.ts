/**
 * What it costs to move many dossiers in one act: the workflow's own tasks over the official DynamoDB Local, as Step
 * Functions would call them, one after another; and what one dossier's move costs however much it holds (D-12).
 */
import { performance } from 'node:perf_hooks'
import { type BulkTransfer, BulkTransfers } from '../functions/bulk-transfers/records.ts'
import { cut } from '../functions/bulk-transfers/tasks/cut.ts'
import { finish } from '../functions/bulk-transfers/tasks/finish.ts'
import { moveBy } from '../functions/bulk-transfers/tasks/move.ts'
import { plan } from '../functions/bulk-transfers/tasks/plan.ts'
import { moveDossiers, readToMove, wholeTo } from '../functions/dossiers/move-dossier.ts'
import { type JobTools, jobTools } from '../functions/kernel/job.ts'
import type { World } from '../functions/kernel/line.ts'
import { introduce, type Member } from '../shared/people.ts'
import { systemClock } from '../shared/ports/clock.ts'
import { newUuid } from '../shared/ports/ids.ts'
import { create, type Table } from '../shared/table/table.ts'
import { manyDossiers } from '../test/many-dossiers.ts'
import { openEngine } from '../test/table/open-engine.ts'
import { countCalls } from './operations/count-calls.ts'
import { idsApart } from './operations/ids-apart.ts'
import { put } from './operations/memory-world.ts'
import { type Town, townOf } from './operations/standing-world.ts'

const COUNTS = [100, 1000, 10_000]
/** Dossiers in one transaction, and legs at once. */
const WAYS = [
  [1, 1],
  [4, 1],
  [12, 1],
  [12, 2],
  [12, 4],
] as const
const WAYS_DOSSIERS = 480
const ITEMS = [1, 5000]

/** All but the count are for one dossier. */
export type TransferFigures = {
  readonly together: number
  readonly atOnce: number
  readonly dossiers: number
  readonly moved: number
  readonly seconds: number
  readonly milliseconds: number
  readonly transactions: number
  readonly readUnits: number
  readonly writeUnits: number
  /** Transactions that met another and were made again, in all. */
  readonly conflicts: number
}
export type MoveFigures = {
  readonly items: number
  readonly milliseconds: number
  readonly calls: number
  readonly readUnits: number
  readonly writeUnits: number
}

export const measureTransfers = async (endpoint: string) => {
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' }
  const { table, close } = await openEngine({ endpoint, region: 'eu-west-3', credentials })
  const town = townOf({ now: systemClock(), newId: idsApart() })
  try {
    // The first of all is paid for by nobody: connections and code are warm from then on.
    await measureTransfer(table, town, 50)
    const grown: TransferFigures[] = []
    for (const count of COUNTS) grown.push(await measureTransfer(table, town, count))
    const ways: TransferFigures[] = []
    for (const [together, atOnce] of WAYS)
      ways.push(await measureTransfer(table, town, WAYS_DOSSIERS, together, atOnce))
    const moves: MoveFigures[] = []
    for (const items of ITEMS) moves.push(await measureMove(table, town, items))
    return { grown, ways, moves }
  } finally {
    await close()
  }
}

const toolsOf = (table: Table): JobTools =>
  jobTools({ table, clock: systemClock, newId: newUuid } as unknown as World, 'move-dossiers', 'bench')

const practitioners = async (table: Table, town: Town): Promise<readonly [Member, Member]> => {
  const both = [town.member('Basile Tournemire'), town.member('Philippine Auzoux')] as const
  await put(
    table,
    both.flatMap((person) => introduce(person)),
  )
  return both
}

/** One transfer from its plan to its end, as often as Step Functions would call each task. */
const measureTransfer = async (
  table: Table,
  town: Town,
  count: number,
  together = 12,
  atOnce = 1,
): Promise<TransferFigures> => {
  const [giver, recipient] = await practitioners(table, town)
  await put(table, manyDossiers(giver, count, idsApart()).writes)
  const { transfer } = town.bulkTransfer(recipient.personId)
  const asked: BulkTransfer = {
    ...transfer,
    fromId: giver.personId,
    state: 'planned',
    isPlanned: false,
    counts: { dossiers: 0, moved: 0, failed: 0 },
    endedAt: null,
  }
  await put(table, [create(BulkTransfers, asked)])

  const { counting, figures } = countConflicts(table)
  const tools = (): JobTools => toolsOf(counting)
  const attempt = { bulkTransferId: transfer.bulkTransferId, attempt: 1 }
  const begun = performance.now()
  await plan(attempt, tools())
  const { legs } = await cut(attempt, tools())
  const next = legs.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const leg of next) await moveBy(together)(leg, tools())
    }),
  )
  await finish(attempt, tools())
  const milliseconds = performance.now() - begun

  const { counts } = (
    await table.load({ it: { record: BulkTransfers, key: BulkTransfers.key(attempt), required: true } })
  ).it as unknown as BulkTransfer
  const { readUnits, writeUnits, transactions, conflicts } = figures()
  return {
    together,
    atOnce,
    dossiers: count,
    moved: counts.moved,
    seconds: milliseconds / 1000,
    milliseconds: milliseconds / count,
    transactions: transactions / count,
    readUnits: readUnits / count,
    writeUnits: writeUnits / count,
    conflicts,
  }
}

const countConflicts = (table: Table) => {
  let transactions = 0
  let conflicts = 0
  const { table: counted, counted: figures } = countCalls(table)
  const counting: Table = {
    ...counted,
    commit: async (writes) => {
      const done = await counted.commit(writes)
      transactions++
      if (done !== 'done') conflicts++
      return done
    },
  }
  return { counting, figures: () => ({ ...figures(), transactions, conflicts }) }
}

/** The move of one dossier that holds so many documents, as an accepted offer makes it. */
const measureMove = async (table: Table, town: Town, items: number): Promise<MoveFigures> => {
  const [giver, recipient] = await practitioners(table, town)
  const { dossiers, writes } = manyDossiers(giver, 1, idsApart())
  await put(table, writes)
  const [dossier] = dossiers
  if (dossier === undefined) throw new Error('There is no dossier to move.')
  await put(table, Array.from({ length: items }, () => town.document(dossier).writes.slice(0, 1)).flat())
  const { table: counting, counted } = countCalls(table)
  const tools = toolsOf(counting)
  const begun = performance.now()
  const { found } = await readToMove(
    giver.personId,
    [{ dossierId: dossier.dossierId, to: recipient.personId }],
    tools.read,
  )
  const named = { at: tools.now, by: giver.personId }
  const committed = await tools.act({
    action: 'bulk-transfer.make',
    dossierId: dossier.dossierId,
    writes: moveDossiers(giver.personId, [wholeTo(dossier, recipient.personId)], found, named),
  })
  if (committed !== 'done') throw new Error('The dossier did not move.')
  const { calls, readUnits, writeUnits } = counted()
  return { items, milliseconds: performance.now() - begun, calls, readUnits, writeUnits }
}
