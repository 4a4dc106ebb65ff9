import { problem } from '../../../shared/problems.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { asBase64 } from '../file-facts.ts'
import { isInParts, partsOf } from '../parts.ts'
import { DocumentVersions, fileKey } from '../records.ts'
import type { routes } from '../routes.ts'

/** Gives an address for each part asked for, which takes exactly the bytes of that part (C-31). */
export const uploadParts: Handler<typeof routes.uploadParts> = async ({
  document,
  params,
  input,
  read,
  files,
  now,
}) => {
  const { documentId } = document
  const { versionId } = params
  const { version } = await read({ version: perhaps(DocumentVersions, { documentId, versionId }) })
  if (version === undefined || !isInParts(version)) return problem('not-found')
  if (version.state !== 'awaiting-upload') return problem('upload-complete')

  const all = partsOf(version)
  const errors = input.parts.flatMap(({ number }, at) =>
    number > all.length ? [{ pointer: `#/parts/${at}/number`, detail: `1–${all.length}` }] : [],
  )
  if (errors.length > 0) return problem('invalid-input', { errors })
  const upload = { key: fileKey(version), uploadId: version.parts.uploadId }
  const parts = input.parts.map(async ({ number, sha256 }) => {
    const length = all[number - 1]?.length ?? 0
    const part = { number, length, sha256: asBase64(sha256) }
    return { number, length, upload: await files.uploadPart({ ...upload, ...part }, now) }
  })
  return { view: { versionId, parts: await Promise.all(parts) } }
}
