/** A bulk transfer under test: the real workflow and tasks over a table in memory, which may fail at any of its calls. */
import { type BulkTransfer, BulkTransfers, type Outcome, Outcomes } from '../functions/bulk-transfers/records.ts'
import { tasks } from '../functions/bulk-transfers/tasks/tasks.ts'
import { bulkTransfer, executionOf } from '../functions/bulk-transfers/workflow.ts'
import { type Dossier, Dossiers } from '../functions/dossiers/records.ts'
import { type JobTools, jobTools } from '../functions/kernel/job.ts'
import type { World } from '../functions/kernel/line.ts'
import { AuditEntries, type AuditEntry } from '../shared/audit.ts'
import { Outbox, type OutboxEntry } from '../shared/events.ts'
import { Holdings } from '../shared/people.ts'
import type { Persona } from '../shared/rules/cases.ts'
import { type AnyRecord, fromStored, type Stored } from '../shared/table/record.ts'
import { create, type Table, type Write } from '../shared/table/table.ts'
import { newId } from './ask.ts'
import { heldDossier, officeHolding } from './held-dossiers.ts'
import type { MemoryTable } from './memory-table.ts'
import { interpret, type Machine } from './workflows/interpret.ts'
import { idOf, NOW, personOf } from './world.ts'

export const giver = personOf('owner')
export const recipient = personOf('stranger')
export const coordinator = personOf('coordinator')

export type Task = keyof typeof tasks

type Hooks = {
  /** Told of every task before it runs and after it has; may throw, or change the world. */
  readonly before?: (task: Task) => Promise<void> | void
  readonly after?: (task: Task) => Promise<void> | void
  /** The table as the tasks see it: a test's faults lie in it. */
  readonly through?: (table: Table) => Table
}

export type Transferring = {
  readonly table: MemoryTable
  readonly tools: (through?: (table: Table) => Table) => JobTools
  /** Runs an attempt of a transfer to its end; that of `start` unless another is named. */
  readonly execute: (attempt?: number, hooks?: Hooks, bulkTransferId?: string) => Promise<unknown>
  readonly transfer: (bulkTransferId?: string) => Stored<BulkTransfer>
  readonly outcomes: (bulkTransferId?: string) => Stored<Outcome>[]
  readonly dossiers: () => Stored<Dossier>[]
  readonly events: () => OutboxEntry[]
  readonly audited: () => AuditEntry[]
  /** What goes on beside: written by others, now. */
  readonly write: (...writes: readonly Write[]) => Promise<void>
}

export const bulkTransferId = idOf(0x7000)

/** A transfer that was asked for and not begun. */
export const askedFor = (more: Partial<BulkTransfer> = {}): BulkTransfer => ({
  bulkTransferId,
  fromId: giver.personId,
  toId: recipient.personId,
  reason: 'Départ en congé de longue durée',
  scope: 'all',
  askedBy: coordinator.personId,
  askedAt: NOW,
  state: 'planned',
  attempt: 1,
  attemptAt: NOW,
  plannedUpTo: null,
  isPlanned: false,
  counts: { dossiers: 0, moved: 0, failed: 0 },
  activeAt: NOW,
  endedAt: null,
  ...more,
})

/** So many dossiers of the giver, and a transfer of all of them to the recipient. */
export const transferring = async (count: number, more: Partial<BulkTransfer> = {}): Promise<Transferring> => {
  const owner: Persona = 'owner'
  const table = await officeHolding(
    [owner, 'stranger', 'coordinator', 'responsible'],
    Array.from({ length: count }, (_, at) => heldDossier(at + 1, owner)),
  )
  table.put(create(BulkTransfers, askedFor(more)))

  const all = <T>(record: AnyRecord): Stored<T>[] =>
    table
      .everything()
      .filter(({ recordName }) => recordName === record.name)
      .sort((a, b) => (`${a.pk}${a.sk}` < `${b.pk}${b.sk}` ? -1 : 1))
      .map((stored) => fromStored<T>(stored))
  const tools: Transferring['tools'] = (through = (same) => same) =>
    jobTools({ table: through(table), clock: () => NOW, newId } as unknown as World, 'move-dossiers', 'execution', NOW)
  const ofTransfer = <T extends { bulkTransferId: string }>(record: AnyRecord, id: string) =>
    all<T>(record).filter((one) => one.bulkTransferId === id)
  return {
    table,
    tools,
    execute: async (attempt = 1, { before, after, through } = {}, id = bulkTransferId) => {
      const input = { bulkTransferId: id, attempt }
      const { output } = await interpret(bulkTransfer.definition((job) => job) as Machine, input, {
        name: executionOf(input),
        token: () => '',
        invoke: async ({ arguments: given }) => {
          const { task, input: asked } = (given as { Payload: { task: Task; input: never } }).Payload
          await before?.(task)
          const result = await tasks[task](asked, tools(through))
          await after?.(task)
          return { Payload: result }
        },
      })
      return output
    },
    transfer: (id = bulkTransferId) => ofTransfer<BulkTransfer>(BulkTransfers, id)[0] as Stored<BulkTransfer>,
    outcomes: (id = bulkTransferId) => ofTransfer<Outcome>(Outcomes, id),
    dossiers: () => all<Dossier>(Dossiers),
    events: () => all<OutboxEntry>(Outbox),
    audited: () => all<AuditEntry>(AuditEntries),
    write: async (...writes) => {
      if ((await table.commit(writes)) !== 'done') throw new Error('Not written.')
    },
  }
}

/**
 * What holds at every moment, whatever failed: counts agree with outcomes, a dossier is called moved exactly when its
 * owner changed by this transfer, once; and what each person holds is what they own.
 */
export const faultsIn = ({ table, transfer, outcomes, dossiers, audited }: Transferring): string[] => {
  const { counts, state, endedAt } = transfer()
  const became = new Map(outcomes().map((outcome) => [outcome.dossierId, outcome]))
  const inState = (wanted: Outcome['state']): number =>
    [...became.values()].filter((outcome) => outcome.state === wanted).length
  const moves = audited().flatMap(({ changes }) =>
    changes.filter(({ record, after }) => record === Dossiers.name && ownerOf(after) === recipient.personId),
  )
  const owned = Map.groupBy(dossiers(), ({ ownerId }) => ownerId)
  const holdings = table
    .everything()
    .filter(({ recordName }) => recordName === Holdings.name)
    .map((stored) => fromStored<Holdings>(stored))
  return [
    ...(counts.dossiers === became.size ? [] : ['not all planned dossiers are counted']),
    ...(counts.moved === inState('moved') ? [] : ['moved dossiers are counted wrong']),
    ...(counts.failed === inState('failed') ? [] : ['failed dossiers are counted wrong']),
    ...(endedAt !== null && inState('planned') > 0 ? ['it ended, and some are still to move'] : []),
    ...(state === 'done' && inState('moved') < became.size ? ['it is called done and is not'] : []),
    ...dossiers().flatMap(({ dossierId, ownerId, ownerNamed, responsibleId }) => {
      const times = moves.filter(({ after }) => (after as Dossier).dossierId === dossierId).length
      const isMoved = ownerId === recipient.personId && ownerNamed?.bulkTransferId === bulkTransferId
      return [
        ...(isMoved === (became.get(dossierId)?.state === 'moved') ? [] : [`${dossierId} is not what it is called`]),
        ...(times <= 1 ? [] : [`${dossierId} moved ${times} times`]),
        ...(isMoved && responsibleId === giver.personId ? [`${dossierId} moved in half`] : []),
      ]
    }),
    ...holdings.flatMap(({ personId, dossiers: said }) =>
      said === (owned.get(personId)?.length ?? 0) ? [] : [`${personId} holds ${said} dossiers, it is said`],
    ),
  ]
}

const ownerOf = (item: object | null): string | undefined => (item as Dossier | null)?.ownerId
