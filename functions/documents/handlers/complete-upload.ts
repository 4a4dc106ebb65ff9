import { problem } from '../../../shared/problems.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { perhaps, update, type Write } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { asBase64 } from '../file-facts.ts'
import { type Document, type DocumentVersion, DocumentVersions, fileKey, moveDocument } from '../records.ts'
import type { routes } from '../routes.ts'
import { mayMove } from '../states.ts'

/** Looks at what has been uploaded; only what is as announced is received, and becomes the current version (C-31). */
export const completeUpload: Handler<typeof routes.completeUpload> = async ({ document, input, read, files, now }) => {
  const { documentId } = document
  const { version } = await read({ version: perhaps(DocumentVersions, { documentId, versionId: input.versionId }) })
  if (version === undefined) return problem('not-found')
  if (version.state === 'received') return { view: version }

  const found = await files.look({ bucket: 'documents', key: fileKey(version) })
  if (found === undefined) return problem('upload-not-found')
  if (found.length !== version.length || found.sha256 !== asBase64(version.sha256)) return problem('upload-differs')

  const overtaken = isOvertaken(document, version)
  if (!overtaken && !mayMove(document.state, 'received')) return problem('document-in-transfer')
  const received = { state: 'received', storedVersionId: found.versionId, receivedAt: now } as const
  return {
    view: { ...version, ...received },
    writes: [update(DocumentVersions, version, received), ...(overtaken ? [] : [makeCurrent(document, version)])],
  }
}

/** An older version whose bytes come late does not take the place of a newer one: ids sort by time. */
const isOvertaken = ({ currentVersionId }: Document, { versionId }: DocumentVersion): boolean =>
  currentVersionId !== null && currentVersionId > versionId

const makeCurrent = (
  document: Stored<Document>,
  { versionId, name, contentType, length, sha256 }: DocumentVersion,
): Write =>
  moveDocument(document, 'received', {
    currentVersionId: versionId,
    name,
    contentType,
    length,
    sha256,
    transferId: null,
  })
