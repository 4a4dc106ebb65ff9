import type { Events } from '../../shared/events.ts'
import type { Archive } from '../../shared/ports/archive.ts'
import { perhaps, update } from '../../shared/table/table.ts'
import { type JobTools, TryAgain } from '../kernel/job.ts'
import { detectType, TELLING_BYTES } from './file-types.ts'
import { mayReceive, receiveVersion } from './receive-version.ts'
import { Documents, DocumentVersions, fileKey } from './records.ts'

/**
 * Reads a file that came in parts from end to end; only what has the length and SHA-256 that were announced is received
 * (C-31). Told again, it finds that the version is being checked no more, and does nothing.
 */
export const checkVersion = async (
  { dossierId, documentId, versionId }: Events['document-assembled'],
  tools: JobTools,
  archive: Pick<Archive, 'digest'>,
): Promise<void> => {
  const { document, version } = await tools.read({
    document: perhaps(Documents, { dossierId, documentId }),
    version: perhaps(DocumentVersions, { documentId, versionId }),
  })
  if (document === undefined || version?.state !== 'checking') return

  const place = { bucket: 'documents', key: fileKey(version), versionId: version.storedVersionId } as const
  const digest = await archive.digest(place)
  const bytes = digest && (await tools.files.first(place, TELLING_BYTES))
  const same = digest?.length === version.length && digest.sha256 === version.sha256 && bytes !== undefined
  const found = { storedVersionId: version.storedVersionId, detectedType: same ? await detectType(bytes) : '' }
  const outcome = !same
    ? { writes: [update(DocumentVersions, version, { state: 'differs' })] }
    : mayReceive(document, version)
      ? receiveVersion({ document, version, found, now: tools.now })
      : { writes: [update(DocumentVersions, version, { ...found, state: 'checked' })] }
  const committed = await tools.act({ action: 'document.import', dossierId, ...outcome })
  if (committed === 'conflict') throw new TryAgain('The document changed while its new version was being checked.')
}
