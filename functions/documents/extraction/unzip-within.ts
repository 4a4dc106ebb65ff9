import { unzipSync } from 'fflate'
import { CannotExtract, limits } from './extracted.ts'

export type Entries = Readonly<Record<string, Uint8Array>>

/**
 * Unfolds the wanted entries of an archive, up to the limit by what it says of itself. One that says less than it holds
 * gets no more room than it said: the rest is left out by the unzipper.
 */
export const unzipWithin = (
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  most: number = limits.unzipped,
): Entries => {
  let total = 0
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!wanted(name)) return false
      total += originalSize
      if (total > most) throw new CannotExtract('too-large')
      return true
    },
  })
}
