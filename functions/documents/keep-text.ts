import { createHash } from 'node:crypto'
import { type Events, event } from '../../shared/events.ts'
import type { Files } from '../../shared/ports/files.ts'
import { create, perhaps } from '../../shared/table/table.ts'
import { type JobTools, TryAgain } from '../kernel/job.ts'
import { holdsText } from './extraction/extract.ts'
import { type Extracted, limits } from './extraction/extracted.ts'
import { typeOf } from './file-types.ts'
import { DocumentTexts, type DocumentVersion, DocumentVersions, fileKey, textKey } from './records.ts'

type Extract = (type: string, bytes: Uint8Array) => Promise<Extracted>

/** Reads the text of a version that was received, once, and keeps it where search finds it, which is told (P-10). */
export const keepText = async (
  { dossierId, documentId, versionId }: Events['document-received'],
  tools: JobTools,
  extract: Extract,
): Promise<void> => {
  const { version, kept } = await tools.read({
    version: perhaps(DocumentVersions, { documentId, versionId }),
    kept: perhaps(DocumentTexts, { documentId, versionId }),
  })
  if (version?.state !== 'received' || kept !== undefined) return

  const ids = { dossierId, documentId, versionId }
  const found = await textOf(version, tools.files, extract)
  const text = found.outcome === 'done' ? await putText(found.text, tools.files, textKey(ids)) : NO_TEXT
  const item = {
    ...ids,
    state: found.outcome,
    reason: found.outcome === 'failed' ? found.reason : null,
    ...text,
    pages: found.outcome === 'done' ? found.pages : null,
    at: tools.now,
  }
  const committed = await tools.act({
    action: 'document.import',
    dossierId,
    writes: [create(DocumentTexts, item)],
    events: [event('text-read', ids)],
  })
  if (committed === 'conflict') throw new TryAgain('The text of this version was being kept at the same moment.')
}

const NO_TEXT = { characters: null, length: null, sha256: null, storedVersionId: null } as const

/** Only files whose type holds text are read, and none that is larger than any text is worth. */
const textOf = async (version: DocumentVersion, files: Pick<Files, 'get'>, extract: Extract): Promise<Extracted> => {
  const type = typeOf(version)
  if (!holdsText(type)) return { outcome: 'none' }
  if (version.length > limits.bytes) return { outcome: 'failed', reason: 'too-large' }
  const place = { bucket: 'documents', key: fileKey(version), versionId: version.storedVersionId } as const
  const bytes = await files.get(place)
  return bytes === undefined ? { outcome: 'failed', reason: 'unreadable' } : extract(type, bytes)
}

const putText = async (text: string, files: Pick<Files, 'put'>, key: string) => {
  const bytes = Buffer.from(text)
  const { versionId } = await files.put(key, bytes)
  return { characters: text.length, length: bytes.length, sha256: sha256Of(bytes), storedVersionId: versionId }
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
