/**
 * Texts that people write, of any length up to a bound: a short one lies in its item, a long one in the documents bucket,
 * so that no item comes near DynamoDB's 400 KB. What was kept never changes, and may be named by several versions.
 */
import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import type { Files } from './ports/files.ts'
import { type Problem, problem } from './problems.ts'

/** A text as an item keeps it. Of one in the bucket, `length` is in bytes of UTF-8 and `sha256` in hexadecimal digits. */
export type Text =
  | { readonly inline: string }
  | { readonly key: string; readonly storedVersionId: string | null; readonly length: number; readonly sha256: string }

/** Up to here a text lies in its item. */
const LARGEST_INLINE = 16 * 1024
/** The longest text that is taken, in bytes of UTF-8. */
export const LONGEST_TEXT = 2 * 1024 * 1024
/** The body of a request with such a text: as JSON, quotation marks and ends of lines take two bytes each. */
export const LARGEST_BODY = 2 * LONGEST_TEXT + 4096

/** Markdown as it is taken: kept as it was written, with no control character in it and no half of a character. */
export const Markdown = z.string().check(
  z.minLength(1),
  z.regex(/^[^\p{Cc}]*(?:[\t\r\n][^\p{Cc}]*)*$/u),
  z.refine((text) => text.isWellFormed(), { error: 'This is not well-formed text.' }),
)

/** Keeps a text under a key that nothing else has; too long a one is not taken, and never cut. */
export const keepText = async (files: Pick<Files, 'put'>, key: string, text: string): Promise<Text | Problem> => {
  const bytes = Buffer.from(text)
  if (bytes.length > LONGEST_TEXT) return problem('too-large')
  if (bytes.length <= LARGEST_INLINE) return { inline: text }
  const { versionId } = await files.put(key, bytes)
  return { key, storedVersionId: versionId, length: bytes.length, sha256: sha256Of(bytes) }
}

/** The text, exactly as it was written; where that is lost or differs, that is said, and nothing shown in its place. */
export const readText = async (files: Pick<Files, 'get'>, text: Text): Promise<{ readonly text: string } | Problem> => {
  if ('inline' in text) return { text: text.inline }
  const bytes = await files.get({ bucket: 'documents', key: text.key, versionId: text.storedVersionId })
  const whole = bytes !== undefined && bytes.length === text.length && sha256Of(bytes) === text.sha256
  return whole ? { text: bytes.toString('utf8') } : problem('content-not-intact')
}

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
