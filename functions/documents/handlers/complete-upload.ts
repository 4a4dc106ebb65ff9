import { event } from '../../../shared/events.ts'
import { isProblem, problem } from '../../../shared/problems.ts'
import { perhaps, update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { problemOfState } from '../in-the-way.ts'
import { joinParts } from '../join-parts.ts'
import { lookAtUpload } from '../look-at-upload.ts'
import { isInParts } from '../parts.ts'
import { mayReceive, receiveVersion } from '../receive-version.ts'
import { DocumentVersions } from '../records.ts'
import type { routes } from '../routes.ts'
import { showVersion } from '../show-document.ts'

/**
 * Looks at what has been uploaded; only what is as announced is received, and becomes the current version (C-31). What
 * came in parts is made one file, and read from end to end by a job before it is received: S3 knows no SHA-256 of it.
 */
export const completeUpload: Handler<typeof routes.completeUpload> = async ({ document, input, read, files, now }) => {
  const { dossierId, documentId } = document
  const { versionId } = input
  const { version } = await read({ version: perhaps(DocumentVersions, { documentId, versionId }) })
  if (version === undefined) return problem('not-found')
  if (version.state === 'received' || version.state === 'checking') return { view: showVersion(version) }
  if (version.state === 'differs') return problem('upload-differs')
  if (version.state === 'abandoned') return problem('upload-not-found')
  if (!mayReceive(document, version)) return problem(problemOfState(document.state))

  if (version.state === 'awaiting-upload' && isInParts(version)) {
    const joined = await joinParts(files, version)
    if (isProblem(joined)) return joined
    const checking = { ...joined, state: 'checking' } as const
    return {
      view: showVersion({ ...version, ...checking }),
      writes: [update(DocumentVersions, version, checking)],
      events: [event('document-assembled', { dossierId, documentId, versionId })],
    }
  }

  const found = await lookAtUpload(files, version)
  if (isProblem(found)) return found
  const { received, writes, events } = receiveVersion({ document, version, found, now })
  return { view: showVersion(received), writes, events }
}
