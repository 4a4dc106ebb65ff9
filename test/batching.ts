/** A batch of sendings under test: both real workflows and their tasks over a table and buckets in memory. */
import { nextAttempt } from '../functions/archive-transfers/batches/next-attempt.ts'
import {
  type BatchEntry,
  type BatchPart,
  BatchParts,
  partsOf,
  type SendingBatch,
  SendingBatches,
} from '../functions/archive-transfers/batches/records.ts'
import { tasks as batchTasks } from '../functions/archive-transfers/batches/tasks/tasks.ts'
import { executionOf as batchExecutionOf, sendingBatch } from '../functions/archive-transfers/batches/workflow.ts'
import { ArchiveEntries, type ArchiveEntry, type Transfer, Transfers } from '../functions/archive-transfers/records.ts'
import { reviveTransfers } from '../functions/archive-transfers/revive-transfers.ts'
import { tasksOf } from '../functions/archive-transfers/tasks/tasks-of.ts'
import { archiveTransfer, executionOf } from '../functions/archive-transfers/workflow.ts'
import { type Document, Documents, DocumentVersions, fileKey } from '../functions/documents/records.ts'
import { DossierAccesses, Dossiers } from '../functions/dossiers/records.ts'
import { type JobTools, jobTools } from '../functions/kernel/job.ts'
import type { World } from '../functions/kernel/line.ts'
import { Outbox, type OutboxEntry } from '../shared/events.ts'
import { People, type Person } from '../shared/people.ts'
import { addSeconds } from '../shared/ports/clock.ts'
import type { Persona } from '../shared/rules/cases.ts'
import { type AnyRecord, fromStored, type Stored } from '../shared/table/record.ts'
import { create, type Write } from '../shared/table/table.ts'
import { holding, newId } from './ask.ts'
import { memoryStore } from './memory-store.ts'
import type { MemoryTable } from './memory-table.ts'
import { accessOf, documentAt, dossier, sha256Of, upload } from './one-dossier.ts'
import { type CallTask, runWorkflow } from './run-workflow.ts'
import { idOf, NOW, personOf } from './world.ts'

const { dossierId } = dossier
const batchId = idOf(560)
const EVERYTHING = 100_000

export type Hooks = {
  /** Told of every task of the batch before it runs and after it has; may throw, or take its time. */
  readonly before?: (task: string) => Promise<void> | void
  readonly after?: (task: string) => Promise<void> | void
  /** Stands between a state and its task, of the batch and of its transfers. */
  readonly around?: (workflow: string, task: string, run: () => Promise<unknown>) => Promise<unknown>
  /** Told of every tick of the clock that looks for what was lost. */
  readonly onTick?: () => void
}

type Setting = {
  readonly as?: Persona
  /** What is different of the document at that place, which counts from 1. */
  readonly different?: (at: number) => Partial<Document>
  readonly scope?: SendingBatch['scope']
  readonly there?: readonly Write[]
  /** The table as the tasks see it. */
  readonly broken?: (table: MemoryTable) => MemoryTable
}

/** A batch of so many documents that has been asked for and not begun. */
export const batching = (count: number, setting: Setting = {}) => {
  const { as = 'Full Access of the dossier', different = () => ({}), scope = 'named', there = [] } = setting
  const store = memoryStore()
  const asker = personOf(as)
  const made = Array.from({ length: count }, (_, at) =>
    // Ids apart from all that tests name.
    withIds(10_000 + at, documentAt((at % 7) + 1, as, different(at + 1))),
  )
  const ids = made.map(({ document: { documentId } }) => documentId)
  const batch: SendingBatch = {
    dossierId,
    batchId,
    scope,
    askedBy: asker.personId,
    askedAt: NOW,
    by: asker.personId,
    state: 'asked',
    attempt: 1,
    attemptAt: NOW,
    documents: scope === 'named' ? count : 0,
    isPlanned: scope === 'named',
    leavesMore: false,
    endedAt: null,
  }
  const table = holding(
    create(Dossiers, dossier),
    create(People, asker as Person),
    create(DossierAccesses, accessOf(as)),
    ...made.flatMap(({ document, version, bytes }) => [
      create(Documents, document),
      create(DocumentVersions, { ...version, storedVersionId: upload(store, { version, bytes }) }),
    ]),
    create(SendingBatches, batch),
    ...(scope === 'named' ? partsOf(batch, ids).map((part) => create(BatchParts, part)) : []),
    ...there,
  )
  const world = { table: (setting.broken ?? ((it) => it))(table), files: store.files, clock: () => NOW, newId }
  const tools = (now = NOW): JobTools => jobTools(world as unknown as World, 'send-batches', 'execution', now)
  const all = <T>(record: AnyRecord): Stored<T>[] =>
    table
      .everything()
      .filter(({ recordName }) => recordName === record.name)
      .sort((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1))
      .map((stored) => fromStored<T>(stored))
  const events = () => all<OutboxEntry>(Outbox)
  const archive = { ...store.archive }
  const transferTasks = tasksOf({
    look: (place) => archive.look(place),
    copy: (from, to) => archive.copy(from, to),
    digest: (place) => archive.digest(place),
  })

  let hooks: Hooks = {}
  const around = (workflow: string, task: string, run: () => Promise<unknown>): Promise<unknown> =>
    hooks.around === undefined ? run() : hooks.around(workflow, task, run)
  const delivered = new Set<string>()
  const running = new Set<Promise<unknown>>()
  /** Runs a transfer as its workflow does; an execution that is lost, or fails, leaves it as it is. */
  const transfer = (data: Extract<OutboxEntry, { type: 'transfer-asked' }>['data']): Promise<unknown> => {
    const call: CallTask = ({ task, input }) =>
      around('archive-transfer', task, () => transferTasks[task as keyof typeof transferTasks](input as never, tools()))
    return runWorkflow(
      archiveTransfer.definition((job) => job),
      executionOf(data),
      data,
      call,
    ).catch(() => undefined)
  }
  /** Runs each transfer that was asked for, as its consumer would. */
  const deliver = async (): Promise<void> => {
    const { items } = await table.list<OutboxEntry>(Outbox.by.waiting, {}, { limit: EVERYTHING })
    for (const { eventId, type, data } of items) {
      if (type !== 'transfer-asked' || delivered.has(eventId)) continue
      delivered.add(eventId)
      const execution = transfer(data)
      running.add(execution)
      void execution.finally(() => running.delete(execution))
    }
    await Promise.all(running)
  }
  const noneRuns = { start: async () => {}, answer: async () => 'gone' as const, isRunning: async () => false }
  let minutes = 0

  const it = {
    table,
    store,
    archive,
    ids,
    tools,
    events,
    transfer,
    batch: () => all<SendingBatch>(SendingBatches)[0] as Stored<SendingBatch>,
    entries: (): BatchEntry[] => all<BatchPart>(BatchParts).flatMap(({ entries }) => entries),
    documents: () => all<Document>(Documents),
    transfers: () => all<Transfer>(Transfers),
    archived: () => all<ArchiveEntry>(ArchiveEntries),
    write: async (...writes: readonly Write[]): Promise<void> => {
      if ((await table.commit(writes)) !== 'done') throw new Error('This was to be there.')
    },
    /** A minute passes, in which what was lost of the transfers is begun again. */
    tick: async (): Promise<void> => {
      minutes += 2
      hooks.onTick?.()
      await reviveTransfers(tools(addSeconds(NOW, minutes * 60)), noneRuns)
      await deliver()
    },
    execute: async (attempt = 1, given: Hooks = hooks): Promise<unknown> => {
      hooks = given
      const call: CallTask = async ({ task, input }) => {
        await hooks.before?.(task)
        const result = await around('sending-batch', task, () =>
          batchTasks[task as keyof typeof batchTasks](input as never, tools()),
        )
        await hooks.after?.(task)
        await deliver()
        if (((input as { looks?: number }).looks ?? 0) > 3) await it.tick()
        return result
      }
      const input = { dossierId, batchId, attempt }
      return runWorkflow(
        sendingBatch.definition((job) => job),
        batchExecutionOf(input),
        input,
        call,
      )
    },
    /** As a person, or the clock, does: the next attempt takes over. Gives its number. */
    resume: async (by = asker.personId): Promise<number> => {
      const { resumed, writes, events: told } = nextAttempt(it.batch(), by, NOW)
      await it.tools().act({ action: 'transfer.resume', dossierId, writes, events: told })
      return resumed.attempt
    },
  }
  return it
}
export type Batching = ReturnType<typeof batching>

const withIds = (at: number, made: ReturnType<typeof documentAt>): ReturnType<typeof documentAt> => {
  const [documentId, versionId] = [idOf(2 * at), idOf(2 * at + 1)]
  const { currentVersionId } = made.document
  return {
    ...made,
    document: { ...made.document, documentId, currentVersionId: currentVersionId === null ? null : versionId },
    version: { ...made.version, documentId, versionId },
  }
}

/**
 * What holds at every moment, whatever failed: a document is called sent or archived exactly when the archive holds its
 * bytes and one entry that names them, it is in no two transfers at work, and the batch never calls sent what is not; once
 * it has ended, every document is sent, or told with a reason.
 */
export const faultsIn = (it: Batching): string[] => {
  const entries = Map.groupBy(it.archived(), ({ documentId }) => documentId)
  const atWork = it.transfers().filter(({ state }) => state === 'sending')
  const told = new Map(it.entries().map((entry) => [entry.documentId, entry]))
  const hasEnded = it.batch().endedAt !== null
  return it.documents().flatMap(({ documentId, currentVersionId, state, length, sha256 }) => {
    const mine = entries.get(documentId) ?? []
    const key = fileKey({ dossierId, documentId, versionId: currentVersionId ?? '' })
    const copied = it.store.bytesOf({ bucket: 'archive', key, versionId: mine[0]?.storedVersionId ?? null })
    const isWhole = copied?.length === length && sha256Of(copied) === sha256
    const isSent = state === 'sent' || state === 'archived'
    const inTransfers = atWork.filter(({ documents }) =>
      documents.some((one) => one.documentId === documentId && one.state === 'sending'),
    )
    const entry = told.get(documentId)
    const isOver = entry?.state === 'refused' || entry?.state === 'failed'
    return [
      ...(mine.length === (isSent ? 1 : 0) ? [] : [`${documentId} is ${state} and has ${mine.length} entries`]),
      ...(isSent && !isWhole ? [`${documentId} is called ${state} and is not`] : []),
      ...(inTransfers.length > 1 ? [`${documentId} is in ${inTransfers.length} transfers at work`] : []),
      ...(entry?.state === 'sent' && !isSent ? [`${documentId} is called sent by its batch and is not`] : []),
      ...(isOver && entry?.reason === undefined ? [`${documentId} was not sent, for no reason`] : []),
      ...(hasEnded && (entry?.state === 'waiting' || entry?.state === 'sending')
        ? [`${documentId} is ${entry.state} after the end of its batch`]
        : []),
    ]
  })
}
