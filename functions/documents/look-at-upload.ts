import type { Files } from '../../shared/ports/files.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { asBase64 } from './file-facts.ts'
import { detectType, TELLING_BYTES } from './file-types.ts'
import { type DocumentVersion, fileKey } from './records.ts'

/** What was found of an upload that is as announced. */
type Found = { readonly storedVersionId: string | null; readonly detectedType: string }

/** Compares what lies there with what was announced, and reads the first bytes of it (C-31, B-12). */
export const lookAtUpload = async (
  files: Pick<Files, 'look' | 'first'>,
  version: DocumentVersion,
): Promise<Found | Problem> => {
  const place = { bucket: 'documents', key: fileKey(version), versionId: version.storedVersionId } as const
  const found = await files.look(place)
  if (found === undefined) return problem('upload-not-found')
  // What was read through by the job has been compared already; S3 tells a hash of hashes of it.
  const same = version.state === 'checked' || found.sha256 === asBase64(version.sha256)
  if (found.length !== version.length || !same) return problem('upload-differs')
  const { versionId } = found
  const bytes = await files.first({ ...place, versionId }, TELLING_BYTES)
  if (bytes === undefined) return problem('upload-not-found')
  return { storedVersionId: versionId, detectedType: await detectType(bytes) }
}
