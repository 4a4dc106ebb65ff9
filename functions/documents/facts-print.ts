import { createHash } from 'node:crypto'
import type { ProcessingFacts } from './records.ts'

/** What is unset or `undefined` has not been said. */
export type Said = { readonly [F in keyof ProcessingFacts]?: ProcessingFacts[F] | undefined }

/** A number as it is compared: without case, spaces and punctuation, however wide its characters are written. */
const sameNumber = (number: string): string =>
  number
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')

/** One print for the same number, party and amount; `undefined` until all three have been said (P-06). */
export const factsPrint = ({ number, partyId, amount }: Said): string | undefined => {
  const compared = number === undefined ? '' : sameNumber(number)
  if (compared === '' || partyId === undefined || amount === undefined) return undefined
  return createHash('sha256')
    .update(JSON.stringify([compared, partyId, amount.minor, amount.currency]))
    .digest('hex')
}
