import type { Archive, Digest } from '../../../shared/ports/archive.ts'
import { perhaps } from '../../../shared/table/table.ts'
import { DocumentVersions, fileKey } from '../../documents/records.ts'
import type { JobTools } from '../../kernel/job.ts'
import type { Copied, ToCopy } from './copy.ts'
import { type Failed, failed } from './task-input.ts'

export type Verified =
  | { readonly outcome: 'verified' }
  | { readonly outcome: 'copy again'; readonly again: true }
  | Failed

/** Reads both sides from end to end and compares length and SHA-256 with what was received (P-09, C-31). */
export const verify =
  (archive: Archive) =>
  async (input: ToCopy & Pick<Copied, 'archiveVersionId'>, { read }: JobTools): Promise<Verified> => {
    const { documentId, versionId, archiveVersionId, again = false } = input
    const { version } = await read({ version: perhaps(DocumentVersions, { documentId, versionId }) })
    if (version?.state !== 'received') return failed('source-missing')

    const key = fileKey(version)
    const [source, copied] = await Promise.all([
      archive.digest({ bucket: 'documents', key, versionId: version.storedVersionId }),
      archive.digest({ bucket: 'archive', key, versionId: archiveVersionId }),
    ])
    if (source === undefined) return failed('source-missing')
    if (!isSame(source, version)) return failed('source-differs')
    if (copied !== undefined && isSame(copied, version)) return { outcome: 'verified' }
    return again ? failed('archive-differs') : { outcome: 'copy again', again: true }
  }

const isSame = (found: Digest, expected: Digest): boolean =>
  found.length === expected.length && found.sha256 === expected.sha256
