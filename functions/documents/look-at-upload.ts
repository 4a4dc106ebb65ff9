import type { Files } from '../../shared/ports/files.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { asBase64 } from './file-facts.ts'
import { detectType, TELLING_BYTES } from './file-types.ts'
import { type DocumentVersion, fileKey } from './records.ts'

/** What was found of an upload that is as announced. */
type Found = { readonly storedVersionId: string | null; readonly detectedType: string }

/** The upload of a document's version. */
export const lookAtUpload = (
  files: Pick<Files, 'look' | 'first'>,
  version: DocumentVersion,
): Promise<Found | Problem> =>
  // What was read through by the job has been compared already; S3 tells a hash of hashes of it.
  lookAtFile(files, { ...version, key: fileKey(version), isCompared: version.state === 'checked' })

type Announced = {
  readonly key: string
  readonly storedVersionId: string | null
  readonly length: number
  readonly sha256: string
  /** Its hash has been compared by whoever read it through. */
  readonly isCompared?: boolean
}

/** Compares what lies there with what was announced, and reads the first bytes of it (C-31, B-12). */
export const lookAtFile = async (
  files: Pick<Files, 'look' | 'first'>,
  { key, storedVersionId, length, sha256, isCompared = false }: Announced,
): Promise<Found | Problem> => {
  const place = { bucket: 'documents', key, versionId: storedVersionId } as const
  const found = await files.look(place)
  if (found === undefined) return problem('upload-not-found')
  if (found.length !== length || (!isCompared && found.sha256 !== asBase64(sha256))) return problem('upload-differs')
  const { versionId } = found
  const bytes = await files.first({ ...place, versionId }, TELLING_BYTES)
  if (bytes === undefined) return problem('upload-not-found')
  return { storedVersionId: versionId, detectedType: await detectType(bytes) }
}
