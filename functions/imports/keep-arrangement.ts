import { createHash } from 'node:crypto'
import { type DomainEvent, type Events, event } from '../../shared/events.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps, update, type Write } from '../../shared/table/table.ts'
import { newDocuments } from '../documents/new-document.ts'
import {
  type Document,
  Documents,
  type DocumentVersion,
  DocumentVersions,
  fileKey,
  moveDocument,
} from '../documents/records.ts'
import type { Apart } from '../documents/run-apart.ts'
import { mayMove } from '../documents/states.ts'
import { type Dossier, Dossiers } from '../dossiers/records.ts'
import { type JobTools, TryAgain } from '../kernel/job.ts'
import type { Arranged, Arranging } from './arrange.ts'
import type { PageFailure } from './page-failures.ts'
import { pagesOf } from './page-ranges.ts'
import { type PageArrangement, PageArrangements } from './records.ts'
import { untilWritten } from './until-written.ts'

/** How much is arranged at once: bytes of all sources together; time and memory of the thread that does it. */
export const arrangementBounds = { bytes: 200_000_000, seconds: 90, megabytes: 1500 } as const

type Failure = { readonly reason: PageFailure; readonly pages: string | null }
type Source = { readonly document: Stored<Document>; readonly version: Stored<DocumentVersion> }

/**
 * Arranges pages, once: the documents that come of it have the ids that were given when it was asked for, and one
 * transaction makes them, replaces the sources and notes that it is done (P-06). Interrupted before, nothing has
 * changed; told again after, there is nothing to do.
 */
export const keepArrangement = async (
  ids: Events['pages-asked'],
  tools: JobTools,
  arrange: (asked: Arranging) => Promise<Apart<Arranged>>,
): Promise<void> => {
  const asked = await look(ids, tools)
  if (asked === undefined) return
  const { arrangement } = asked
  const made = asked.sources === undefined ? CHANGED : await makeFiles(arrangement, asked.sources, tools, arrange)
  const versions = isFailure(made)
    ? []
    : await Promise.all(made.map((file, at) => putPart(arrangement, file, at, tools)))
  // What goes on in the dossier meanwhile is looked at again, and the work is not done again for it.
  await untilWritten(async () => {
    const found = await look(ids, tools)
    if (found === undefined) return
    if (isFailure(made)) return end(found.arrangement, tools, made)
    if (found.sources === undefined) return end(found.arrangement, tools, CHANGED)
    await end(found.arrangement, tools, null, outcomeOf(found.dossier, found.arrangement, found.sources, versions))
  })
}

const CHANGED: Failure = { reason: 'source-changed', pages: null }

const isFailure = (made: readonly Uint8Array[] | Failure): made is Failure => 'reason' in made

/** What was asked for and is not done, with its sources, unless one has changed since. */
const look = async ({ dossierId, arrangementId }: Events['pages-asked'], tools: Pick<JobTools, 'read'>) => {
  const { arrangement, dossier } = await tools.read({
    arrangement: perhaps(PageArrangements, { dossierId, arrangementId }),
    dossier: perhaps(Dossiers, { dossierId }),
  })
  if (arrangement?.state !== 'asked' || dossier === undefined) return undefined
  return { arrangement, dossier, sources: await sourcesOf(arrangement, tools) }
}

/** The documents that come of it, in the place of the sources. */
const outcomeOf = (
  dossier: Stored<Dossier>,
  { arrangementId }: PageArrangement,
  sources: readonly Source[],
  versions: readonly DocumentVersion[],
) => {
  // What comes of something confidential is confidential as well, from its first moment (D-07).
  const confidential = sources.some(({ document }) => document.confidential === true)
  const cameBy = { way: 'pages', id: arrangementId } as const
  const { writes } = newDocuments(
    dossier,
    versions.map((version) => ({ version, confidential, cameBy, current: true })),
  )
  return {
    writes: [...writes, ...sources.map(({ document }) => moveDocument(document, 'replaced'))],
    events: versions.map(({ dossierId, documentId, versionId }) =>
      event('document-received', { dossierId, documentId, versionId }),
    ),
  }
}

/** The sources as they were when it was asked for; `undefined` where one has changed since. */
const sourcesOf = async (
  { dossierId, sources }: PageArrangement,
  { read }: Pick<JobTools, 'read'>,
): Promise<readonly Source[] | undefined> => {
  const documents = await read(
    Object.fromEntries(sources.map(({ documentId }) => [documentId, perhaps(Documents, { dossierId, documentId })])),
  )
  const versions = await read(Object.fromEntries(sources.map((ids) => [ids.versionId, perhaps(DocumentVersions, ids)])))
  const found = sources.flatMap(({ documentId, versionId }) => {
    const [document, version] = [documents[documentId], versions[versionId]]
    const isSame = document?.currentVersionId === versionId && mayMove(document.state, 'replaced')
    return isSame && version !== undefined ? [{ document, version }] : []
  })
  return found.length === sources.length ? found : undefined
}

const makeFiles = async (
  { parts, droppedPages }: PageArrangement,
  sources: readonly Source[],
  { files }: Pick<JobTools, 'files'>,
  arrange: (asked: Arranging) => Promise<Apart<Arranged>>,
): Promise<readonly Uint8Array[] | Failure> => {
  const total = sources.reduce((sum, { version }) => sum + version.length, 0)
  if (total > arrangementBounds.bytes) return { reason: 'too-large', pages: null }
  const read: Uint8Array[] = []
  for (const { version } of sources) {
    const place = { bucket: 'documents', key: fileKey(version), versionId: version.storedVersionId } as const
    const bytes = await files.get(place)
    if (bytes === undefined) return { reason: 'damaged', pages: null }
    read.push(bytes)
  }
  const done = await arrange({
    sources: read,
    parts: parts.map(({ pages }) => (pages === null ? null : pagesOf(pages))),
    dropped: droppedPages === null ? [] : pagesOf(droppedPages),
  })
  if ('broke' in done) return { reason: done.broke === 'unreadable' ? 'damaged' : done.broke, pages: null }
  return done.result.outcome === 'done' ? done.result.files : done.result
}

/** Puts the bytes of one part where its version says; put again, it is another version of the object, named by its id. */
const putPart = async (
  { dossierId, askedBy, parts }: PageArrangement,
  file: Uint8Array,
  at: number,
  { files, now }: JobTools,
): Promise<DocumentVersion> => {
  const part = parts[at]
  if (part === undefined) throw new Error('There are more files than parts.')
  const { documentId, versionId, name } = part
  const bytes = Buffer.from(file)
  const version: DocumentVersion = {
    dossierId,
    documentId,
    versionId,
    name,
    contentType: 'application/pdf',
    detectedType: 'application/pdf',
    length: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    state: 'received',
    storedVersionId: null,
    createdAt: now,
    createdBy: askedBy,
    receivedAt: now,
  }
  const stored = await files.put(fileKey(version), bytes)
  return { ...version, storedVersionId: stored.versionId }
}

const end = async (
  before: Stored<PageArrangement>,
  { act, now }: JobTools,
  failure: Failure | null,
  more: { readonly writes: readonly Write[]; readonly events: readonly DomainEvent[] } = { writes: [], events: [] },
): Promise<void> => {
  const { dossierId, arrangementId, askedBy: by } = before
  const outcome = failure === null ? 'done' : 'failed'
  const ended = {
    state: outcome,
    reason: failure?.reason ?? null,
    pages: failure?.pages ?? null,
    endedAt: now,
  } as const
  const committed = await act({
    action: 'document.process',
    dossierId,
    writes: [update(PageArrangements, before, ended), ...more.writes],
    events: [...more.events, event('pages-arranged', { dossierId, arrangementId, by, outcome })],
  })
  if (committed === 'conflict') throw new TryAgain('Something of this changed while its pages were being arranged.')
}
