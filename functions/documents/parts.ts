/** How a large file is cut into parts: all of one length but for the last (C-31). */
import type { Part } from '../../shared/ports/files.ts'
import type { DocumentVersion } from './records.ts'

/** S3's own bounds of a part, the last one excepted, and how many of them we let one file have. */
export const SMALLEST_PART = 5 * 1024 * 1024
export const LARGEST_PART = 100_000_000
export const MOST_PARTS = 1000
const USUAL_PART = 16 * 1024 * 1024

/** A length of parts by which a file has no more of them than it may. */
export const partLengthFor = (length: number): number => Math.max(USUAL_PART, Math.ceil(length / MOST_PARTS))

export type InParts = Pick<DocumentVersion, 'length'> & { readonly parts: NonNullable<DocumentVersion['parts']> }

export const isInParts = <V extends DocumentVersion>(version: V): version is V & InParts => version.parts !== undefined

/** The parts that a file has, with the length of each. */
export const partsOf = ({ length, parts: { partLength } }: InParts): Pick<Part, 'number' | 'length'>[] =>
  Array.from({ length: Math.ceil(length / partLength) }, (_, at) => ({
    number: at + 1,
    length: Math.min(partLength, length - at * partLength),
  }))

/** The parts that have not come, or not whole. */
export const missingOf = (version: InParts, come: readonly Part[]): number[] =>
  partsOf(version)
    .filter(({ number, length }) => !come.some((part) => part.number === number && part.length === length))
    .map(({ number }) => number)
