import { createHash } from 'node:crypto'
import type { Streams, Written } from '../../../shared/ports/streams.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { update } from '../../../shared/table/table.ts'
import { fileKey } from '../../documents/records.ts'
import { type JobTools, TryAgain } from '../../kernel/job.ts'
import type { ExportFailure } from '../export-failures.ts'
import { gather } from '../gather.ts'
import { CHECKSUMS, checksumsOf, type Exported, manifestInCsv, manifestInJson } from '../manifest.ts'
import { type ArchiveExport, ArchiveExports, exportKey } from '../records.ts'
import { type Content, FileDiffers, writeZip } from '../write-zip.ts'
import { currentOf, idsOf, type OfAttempt } from './task-input.ts'

export type Made = OfAttempt &
  (
    | (Written & {
        readonly outcome: 'made'
        readonly entries: number
        /** SHA-256 of the list of checksums in it, by which all the rest is compared. */
        readonly checksums: string
      })
    | { readonly outcome: 'failed'; readonly reason: ExportFailure }
    | { readonly outcome: 'overtaken' }
  )

/**
 * Puts the files into one, with what is known of each and their checksums (P-10). Killed and run again it makes the file
 * again, under the same key: only the one that is written down at the end counts.
 */
export const make =
  (streams: Streams) =>
  async (input: OfAttempt, tools: JobTools): Promise<Made> => {
    const ids = idsOf(input)
    const asked = await currentOf(input, tools)
    if (asked === undefined) return { ...ids, outcome: 'overtaken' }
    const gathered = await gather(asked, tools)
    if ('reason' in gathered) return { ...ids, outcome: 'failed', reason: gathered.reason }
    const { files } = gathered
    await noteConfidential(asked, files, tools)
    const contents = contentsOf(asked, files, tools.now)
    try {
      const written = await writeZip(exportKey(asked), contents, streams)
      const checksums = contents.find(({ path }) => path === CHECKSUMS)?.sha256 ?? ''
      return { ...ids, ...written, outcome: 'made', entries: files.length, checksums }
    } catch (error) {
      if (error instanceof FileDiffers) return { ...ids, outcome: 'failed', reason: 'file-differs' }
      throw error
    }
  }

/** Which of them are confidential is written down before the file is there. */
const noteConfidential = async (
  asked: Stored<ArchiveExport>,
  files: readonly Exported[],
  { table, now }: JobTools,
): Promise<void> => {
  const confidentialIds = files.flatMap(({ entry }) => (entry.confidential === true ? [entry.entryId] : []))
  // Straight into the table: the end of the export is what its audit trail tells.
  const noted = await table.commit([update(ArchiveExports, asked, { confidentialIds, activeAt: now })])
  if (noted !== 'done') throw new TryAgain('The export changed at the same moment.')
}

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** The files of the archive, and after them those that tell of them. */
const contentsOf = (
  { from, until, dossierId, exportId }: ArchiveExport,
  files: readonly Exported[],
  madeAt: string,
): readonly Content[] => {
  const own = [
    { path: 'manifest.json', bytes: manifestInJson({ dossierId, exportId, from, until, madeAt }, files) },
    { path: 'manifest.csv', bytes: manifestInCsv(files) },
  ].map(({ path, bytes }) => ({ path, bytes, sha256: sha256Of(bytes) }))
  const kept = files.map(({ path, entry }) => ({
    path,
    sha256: entry.sha256,
    length: entry.length,
    at: entry.archivedAt,
    place: { bucket: 'archive', key: fileKey(entry), versionId: entry.storedVersionId } as const,
  }))
  const checksums = checksumsOf([...kept, ...own])
  return [...kept, ...own, { path: CHECKSUMS, bytes: checksums, sha256: sha256Of(checksums) }]
}
