/** A sending of documents under test: the real workflow and tasks over a table and buckets in memory. */
import { ArchiveEntries, type ArchiveEntry, type Transfer, Transfers } from '../functions/archive-transfers/records.ts'
import { tasksOf } from '../functions/archive-transfers/tasks/tasks-of.ts'
import { archiveTransfer, executionOf } from '../functions/archive-transfers/workflow.ts'
import { type Document, Documents, DocumentVersions, fileKey } from '../functions/documents/records.ts'
import { documentStateNames } from '../functions/documents/states.ts'
import { Dossiers } from '../functions/dossiers/records.ts'
import { type JobTools, jobTools } from '../functions/kernel/job.ts'
import type { World } from '../functions/kernel/line.ts'
import { Outbox, type OutboxEntry } from '../shared/events.ts'
import type { Archive } from '../shared/ports/archive.ts'
import type { FilePlace } from '../shared/ports/files.ts'
import { type AnyRecord, fromStored, type Stored } from '../shared/table/record.ts'
import { create } from '../shared/table/table.ts'
import { holding } from './ask.ts'
import { type MemoryStore, memoryStore } from './memory-store.ts'
import type { MemoryTable } from './memory-table.ts'
import { documentAt, dossier, sha256Of, upload } from './one-dossier.ts'
import { type CallTask, runWorkflow } from './run-workflow.ts'
import { idOf, NOW, personOf } from './world.ts'

type Hooks = {
  /** Told of every task before it runs and after it has; may throw, or take its time. */
  readonly before?: (task: string, input: { documentId?: string }) => Promise<void> | void
  readonly after?: (task: string, input: { documentId?: string }) => Promise<void> | void
}

export type Sending = {
  readonly store: MemoryStore
  /** The port that tasks see; a test may break parts of it. */
  readonly archive: { -readonly [F in keyof Archive]: Archive[F] }
  readonly tools: (now?: string) => JobTools
  readonly execute: (attempt?: number, hooks?: Hooks) => Promise<unknown>
  readonly transfer: () => Stored<Transfer>
  readonly documents: () => Stored<Document>[]
  readonly entries: () => Stored<ArchiveEntry>[]
  readonly events: () => OutboxEntry[]
  readonly archived: (at: number) => FilePlace
  readonly uploaded: (at: number) => FilePlace
}

export const transferId = idOf(550)

/** A sending of so many documents that has been asked for and not begun; `broken` is the table as its tasks see it. */
export const sending = (count: number, broken: (table: MemoryTable) => MemoryTable = (table) => table): Sending => {
  const store = memoryStore()
  const made = Array.from({ length: count }, (_, at) =>
    documentAt(at + 1, 'Full Access of the dossier', { state: 'sending', transferId }),
  )
  const table = holding(
    create(Dossiers, dossier),
    ...made.flatMap(({ document, version, bytes }) => [
      create(Documents, document),
      create(DocumentVersions, { ...version, storedVersionId: upload(store, { version, bytes }) }),
    ]),
    create(Transfers, {
      dossierId: dossier.dossierId,
      transferId,
      state: 'sending',
      attempt: 1,
      documents: made.map(({ document: { documentId, name, contentType, length, sha256 }, version }) => ({
        documentId,
        versionId: version.versionId,
        name,
        contentType,
        length,
        sha256,
        state: 'sending' as const,
        reason: null,
      })),
      askedBy: personOf('Full Access of the dossier').personId,
      askedAt: NOW,
      activeAt: NOW,
      endedAt: null,
    }),
  )
  let ids = 2000
  const world = {
    table: broken(table),
    files: store.files,
    clock: () => NOW,
    newId: () => idOf(++ids),
  } as unknown as World
  const archive = { ...store.archive }
  const tasks = tasksOf({
    look: (place) => archive.look(place),
    copy: (from, to) => archive.copy(from, to),
    digest: (place) => archive.digest(place),
  })
  /** All items of a record at one moment, by their keys. */
  const all = <T>(record: AnyRecord): Stored<T>[] =>
    table
      .everything()
      .filter(({ recordName }) => recordName === record.name)
      .sort((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1))
      .map((stored) => fromStored<T>(stored))
  const tools = (now = NOW) => jobTools(world, 'hand-over', 'execution', now)
  const keyAt = (at: number) => fileKey(made[at - 1]?.version as never)
  return {
    store,
    archive,
    tools,
    execute: (attempt = 1, { before, after } = {}) => {
      const call: CallTask = async ({ task, input }) => {
        await before?.(task, input as { documentId?: string })
        const result = await tasks[task as keyof typeof tasks](input as never, tools())
        await after?.(task, input as { documentId?: string })
        return result
      }
      const input = { dossierId: dossier.dossierId, transferId, attempt }
      return runWorkflow(
        archiveTransfer.definition((job) => job),
        executionOf(input),
        input,
        call,
      )
    },
    transfer: () => all<Transfer>(Transfers)[0] as Stored<Transfer>,
    documents: () => all<Document>(Documents),
    entries: () => all<ArchiveEntry>(ArchiveEntries),
    events: () => all<OutboxEntry>(Outbox),
    archived: (at) => ({ bucket: 'archive', key: keyAt(at) }),
    uploaded: (at) => ({ bucket: 'documents', key: keyAt(at) }),
  }
}

/**
 * What holds at every moment, whatever failed: each document is in one declared state, its bytes are where it was
 * received, it is called sent or archived exactly when the archive holds its bytes and one entry that names them, and none
 * is only sent once its transfer has ended.
 */
export const faultsOf = ({ documents, entries, store, transfer }: Sending): string[] => {
  const archived = entries()
  const hasEnded = transfer().state !== 'sending'
  return documents().flatMap((document) => {
    const { documentId, currentVersionId: versionId, state, length, sha256 } = document
    const key = fileKey({ dossierId: dossier.dossierId, documentId, versionId: versionId ?? '' })
    const mine = archived.filter((entry) => entry.documentId === documentId)
    const copied = store.bytesOf({ bucket: 'archive', key, versionId: mine[0]?.storedVersionId ?? null })
    const isCalledSent = state === 'sent' || state === 'archived'
    const whole = copied !== undefined && copied.length === length && sha256Of(copied) === sha256
    return [
      ...(documentStateNames.includes(state) ? [] : [`${documentId} is in an unknown state`]),
      ...(store.bytesOf({ bucket: 'documents', key }) === undefined ? [`${documentId} lost its upload`] : []),
      ...(mine.length > (isCalledSent ? 1 : 0) ? [`${documentId} has ${mine.length} entries and is ${state}`] : []),
      ...(isCalledSent && !(mine.length === 1 && whole) ? [`${documentId} is called ${state} and is not`] : []),
      ...(hasEnded && (state === 'sent' || state === 'sending') ? [`${documentId} is ${state} after the end`] : []),
    ]
  })
}
