/** What is written, in Markdown: short texts lie in the item, long ones in the documents bucket, so that no item grows. */
import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { lines } from '../../shared/contract/schemas.ts'
import type { Files } from '../../shared/ports/files.ts'
import type { Text as KeptText } from './records.ts'

/** In bytes of UTF-8, as all lengths here. */
const LONGEST_INLINE = 16_384
const LONGEST = 1_048_576

/** JSON writes a line break in two bytes, and a character outside ASCII in up to six for three. */
export const LARGEST_BODY = 2 * LONGEST + 16_384

export const Text = lines(LONGEST).check(
  z.refine((text) => text.isWellFormed() && Buffer.byteLength(text) <= LONGEST, {
    error: `A text has at most ${LONGEST} bytes in UTF-8.`,
    params: {
      en: `A text has at most ${LONGEST} bytes in UTF-8.`,
      fr: `Un texte a au plus ${LONGEST} octets en UTF-8.`,
    },
  }),
)

/** Keeps a text where it belongs by its length; `key` is where it lies if it is long. */
export const keepText = async (files: Pick<Files, 'put'>, key: string, text: string): Promise<KeptText> => {
  const bytes = Buffer.from(text)
  if (bytes.length <= LONGEST_INLINE) return { inline: text }
  const { versionId } = await files.put(key, bytes)
  return { key, storedVersionId: versionId, length: bytes.length, sha256: sha256Of(bytes) }
}

/** The text as it was written. What does not come out whole is a fault of ours, and never shown. */
export const readText = async (files: Pick<Files, 'get'>, text: KeptText): Promise<string> => {
  if ('inline' in text) return text.inline
  const bytes = await files.get({ bucket: 'documents', key: text.key, versionId: text.storedVersionId })
  if (bytes === undefined || bytes.length !== text.length || sha256Of(bytes) !== text.sha256)
    throw new Error(`The text under ${text.key} is not as it was kept.`)
  return bytes.toString('utf8')
}

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
