import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import type { Extracted } from './extracted.ts'
import { unzipWithin } from './unzip-within.ts'

/** The reader unfolds whatever it is given: it is given what was unfolded within the limits, and no pictures. */
export const fromDocx = async (bytes: Uint8Array): Promise<Extracted> => {
  const entries = unzipWithin(bytes, (name) => /\.(?:xml|rels)$/.test(name))
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(zipSync({ ...entries }, { level: 0 })) })
  return { outcome: 'done', text: value, pages: null }
}
