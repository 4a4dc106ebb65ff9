import type { Files } from '../../shared/ports/files.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { type InParts, missingOf } from './parts.ts'
import { type DocumentVersion, fileKey } from './records.ts'

/** More than this many missing parts are not named one by one. */
const NAMED = 100

/**
 * Makes one file of the parts that have come, when all have. Joined before and not written down, because whoever did
 * was interrupted or because two did at once, it lies there already.
 */
export const joinParts = async (
  files: Files,
  version: DocumentVersion & InParts,
): Promise<{ readonly storedVersionId: string | null } | Problem> => {
  const key = fileKey(version)
  const upload = { key, uploadId: version.parts.uploadId }
  const come = await files.listParts(upload)
  if (come !== undefined) {
    const missing = missingOf(version, come)
    if (missing.length > 0) return problem('parts-missing', { errors: missing.slice(0, NAMED).map(asError) })
    const joined = await files.joinParts(upload)
    if (joined !== undefined) return { storedVersionId: joined.versionId }
  }
  const found = await files.look({ bucket: 'documents', key })
  return found?.length === version.length ? { storedVersionId: found.versionId } : problem('upload-not-found')
}

const asError = (number: number) => ({ pointer: `#/parts/${number}`, detail: String(number) })
