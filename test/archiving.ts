/** An archive under test: entries that were verified, found and counted as the jobs do it, over a table and buckets in memory. */
import { createHash } from 'node:crypto'
import { countEntry } from '../functions/archive/count-entry.ts'
import { putInIndex } from '../functions/archive/put-in-index.ts'
import { ArchiveEntries, type ArchiveEntry } from '../functions/archive-transfers/records.ts'
import { DocumentTexts, fileKey, textKey } from '../functions/documents/records.ts'
import { Dossiers } from '../functions/dossiers/records.ts'
import { type JobTools, jobTools } from '../functions/kernel/job.ts'
import type { World } from '../functions/kernel/line.ts'
import { Parties } from '../functions/processing/records.ts'
import { People } from '../shared/people.ts'
import type { Streams } from '../shared/ports/streams.ts'
import type { Stored } from '../shared/table/record.ts'
import { create } from '../shared/table/table.ts'
import { holding, newId } from './ask.ts'
import { type MemoryStore, memoryStore } from './memory-store.ts'
import type { MemoryTable } from './memory-table.ts'
import { dossier, sha256Of } from './one-dossier.ts'
import { characters, idOf, NOW } from './world.ts'

export const supplier = {
  dossierId: dossier.dossierId,
  partyId: idOf(8001),
  name: 'Papeterie Éluard & Fils',
  roles: ['supplier'],
  vatNumber: null,
  iban: null,
  createdAt: NOW,
  createdBy: dossier.createdBy,
} as const
export const customer = {
  ...supplier,
  partyId: idOf(8002),
  name: 'Œuvres du Port',
  roles: ['customer'],
} as const

export type Archiving = {
  readonly table: MemoryTable
  readonly store: MemoryStore
  readonly streams: Streams
  readonly tools: (now?: string) => JobTools
  /** Lays an entry down as the hand-over does, without a word to anybody. */
  readonly archive: (at: number, more?: Partial<ArchiveEntry>) => ArchiveEntry
  /** Lays the text of an entry down as its extraction does. */
  readonly readText: (entry: ArchiveEntry, text: string) => void
  /** What the job does when it is told of an entry, or of its text. */
  readonly tell: (entry: ArchiveEntry) => Promise<void>
  /** Archives and tells, with a text that was read before. */
  readonly add: (at: number, more?: Partial<ArchiveEntry>, text?: string) => Promise<ArchiveEntry>
}

const bare = <T extends object>({ version: _, ...item }: Stored<T>): T => item as unknown as T

export const archiving = (broken: (table: MemoryTable) => MemoryTable = (table) => table): Archiving => {
  const store = memoryStore()
  const table = holding(
    create(Dossiers, bare(dossier)),
    create(Parties, supplier),
    create(Parties, customer),
    ...Object.values(characters).map(({ person }) => create(People, bare(person))),
  )
  const world = { table: broken(table), files: store.files, clock: () => NOW, newId } as unknown as World
  const tools = (now = NOW) => jobTools(world, 'index-entry', 'event', now)

  const archive: Archiving['archive'] = (at, more = {}) => {
    const versionId = idOf(9000 + at)
    const ids = { dossierId: dossier.dossierId, documentId: idOf(7000 + at), entryId: versionId, versionId }
    const bytes = Buffer.from(`The bytes of document ${at}. `.repeat(at))
    const entry: ArchiveEntry = {
      ...ids,
      transferId: idOf(550),
      name: `facture-${at}.pdf`,
      contentType: 'application/pdf',
      length: bytes.length,
      sha256: sha256Of(bytes),
      storedVersionId: store.put({ bucket: 'archive', key: fileKey(ids) }, bytes),
      sentBy: dossier.createdBy,
      archivedAt: NOW,
      ...more,
    }
    table.put(create(ArchiveEntries, entry))
    return entry
  }
  const readText: Archiving['readText'] = ({ dossierId, documentId, versionId }, text) => {
    const ids = { dossierId, documentId, versionId }
    const bytes = Buffer.from(text)
    const storedVersionId = store.put({ bucket: 'documents', key: textKey(ids) }, bytes)
    const said = { characters: text.length, length: bytes.length, sha256: sha256Of(bytes), pages: 1, at: NOW }
    table.put(create(DocumentTexts, { ...ids, state: 'done', reason: null, ...said, storedVersionId }))
  }
  const tell: Archiving['tell'] = async (ids) => {
    await countEntry(ids, tools())
    await putInIndex(ids, tools())
  }
  const add: Archiving['add'] = async (at, more, text) => {
    const entry = archive(at, more)
    if (text !== undefined) readText(entry, text)
    await tell(entry)
    return entry
  }
  return { table, store, streams: memoryStreams(store), tools, archive, readText, tell, add }
}

/** Large files in memory, in pieces as small as they may come. */
export const memoryStreams = (store: MemoryStore): Streams => ({
  read: async (place, range) => {
    const bytes = store.bytesOf(place)
    return bytes && inPieces(range === undefined ? bytes : bytes.subarray(range.from, range.upTo))
  },
  write: async (key, pieces) => {
    const come: Uint8Array[] = []
    for await (const piece of pieces) come.push(piece)
    const bytes = Buffer.concat(come)
    const versionId = store.put({ bucket: 'documents', key }, bytes)
    return { versionId, length: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  },
})

async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 700) yield bytes.subarray(from, from + 700)
}
