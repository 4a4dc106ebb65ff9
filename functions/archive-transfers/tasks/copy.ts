import type { Archive } from '../../../shared/ports/archive.ts'
import { perhaps } from '../../../shared/table/table.ts'
import { asBase64 } from '../../documents/file-facts.ts'
import { DocumentVersions, fileKey } from '../../documents/records.ts'
import type { JobTools } from '../../kernel/job.ts'
import { type Failed, failed, type OfDocument } from './task-input.ts'

/** `again`: the copy that lies there was found to differ, whatever the store says of it. */
export type ToCopy = OfDocument & { readonly again?: boolean }
export type Copied = { readonly outcome: 'copied'; readonly archiveVersionId: string | null }

/** Copies a document into the archive, unless an earlier run already has. */
export const copy =
  (archive: Archive) =>
  async ({ documentId, versionId, again = false }: ToCopy, { read }: JobTools): Promise<Copied | Failed> => {
    const { version } = await read({ version: perhaps(DocumentVersions, { documentId, versionId }) })
    if (version?.state !== 'received') return failed('source-missing')

    const key = fileKey(version)
    const held = again ? undefined : await archive.look({ bucket: 'archive', key })
    if (held !== undefined && held.length === version.length && held.sha256 === asBase64(version.sha256))
      return { outcome: 'copied', archiveVersionId: held.versionId }

    const source = { bucket: 'documents', key, versionId: version.storedVersionId } as const
    if ((await archive.look(source)) === undefined) return failed('source-missing')
    const made = await archive.copy(source, { bucket: 'archive', key })
    return { outcome: 'copied', archiveVersionId: made.versionId }
  }
