/** What is announced of a file, checked before anything is written (C-31, B-12). */
import * as z from 'zod/mini'
import { LARGEST_PART, MOST_PARTS, partLengthFor, SMALLEST_PART } from './parts.ts'

/** The largest file that comes at once, in bytes. */
export const LARGEST_AT_ONCE = 100_000_000
/** The largest one that comes in parts: S3 copies no larger one at once, and it must be read through within a minute. */
const LARGEST_IN_PARTS = 5_000_000_000

const LONGEST_NAME_BYTES = 255
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff]/u

/** A check with its sentence for people, in both languages. */
const holds = (check: (name: string) => boolean, en: string, fr: string) =>
  z.refine<string>(check, { error: en, params: { en, fr } })

/** A name as people give it to a file: one visible line that can neither lead elsewhere nor look like another. */
export const FileName = z.string().check(
  holds(
    (name) => Buffer.byteLength(name) <= LONGEST_NAME_BYTES,
    'A name has at most 255 bytes in UTF-8.',
    'Un nom a au plus 255 octets en UTF-8.',
  ),
  holds(
    (name) => name.isWellFormed() && !UNSEEN.test(name),
    'A name is one line without control characters or characters that turn the direction of writing.',
    "Un nom tient en une ligne, sans caractère de contrôle ni caractère qui change le sens d'écriture.",
  ),
  holds(
    (name) => !/[/\\]/.test(name),
    'A name has no path: no "/" and no "\\".',
    'Un nom est sans chemin : ni « / », ni « \\ ».',
  ),
  holds(
    (name) => /[^.\s]/.test(name),
    'A name is more than dots and spaces.',
    'Un nom ne se compose pas seulement de points et d’espaces.',
  ),
)

/** The body of an import: what is to come, to the byte. */
export const AnnouncedFile = z.strictObject({
  name: FileName,
  contentType: z._default(
    z
      .string()
      .check(z.toLowerCase(), z.maxLength(127), z.regex(/^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/)),
    'application/octet-stream',
  ),
  length: z.int().check(z.gte(1), z.lte(LARGEST_AT_ONCE)),
  sha256: z.string().check(z.toLowerCase(), z.regex(/^[0-9a-f]{64}$/)),
})

/** The body of an import in parts. The length of a part is ours to choose, unless it is said. */
export const AnnouncedInParts = z
  .extend(AnnouncedFile, {
    length: z.int().check(z.gte(1), z.lte(LARGEST_IN_PARTS)),
    partLength: z.optional(z.int().check(z.gte(SMALLEST_PART), z.lte(LARGEST_PART))),
  })
  .check(
    z.refine(({ length, partLength = partLengthFor(length) }) => Math.ceil(length / partLength) <= MOST_PARTS, {
      path: ['partLength'],
      error: `A file has at most ${MOST_PARTS} parts.`,
      params: {
        en: `A file has at most ${MOST_PARTS} parts.`,
        fr: `Un fichier a au plus ${MOST_PARTS} parties.`,
      },
    }),
  )

/** One part that is to come. */
export const AnnouncedPart = z.strictObject({
  number: z.int().check(z.gte(1), z.lte(MOST_PARTS)),
  sha256: AnnouncedFile.shape.sha256,
})

/** SHA-256 as S3 writes it. */
export const asBase64 = (hexadecimal: string): string => Buffer.from(hexadecimal, 'hex').toString('base64')
