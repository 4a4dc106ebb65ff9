import { typeOf } from '../../documents/file-types.ts'
import { fileKey } from '../../documents/records.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/** A short-lived address of exactly the bytes that were verified when they were archived (P-10, C-31). */
export const downloadArchiveEntry: Handler<typeof routes.downloadArchiveEntry> = async ({ entry, files, now }) => {
  const { name, sha256, length, storedVersionId } = entry
  const place = { bucket: 'archive', key: fileKey(entry), versionId: storedVersionId } as const
  const contentType = typeOf(entry)
  return { view: { ...(await files.download({ ...place, name }, now)), sha256, length, name, contentType } }
}
