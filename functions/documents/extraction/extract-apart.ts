import { runApart } from '../run-apart.ts'
import { type Extracted, limits } from './extracted.ts'

/** Reads the text of a file in a thread of its own: one that takes too long, or too much memory, is ended. */
export const extractApart = async (
  program: URL,
  type: string,
  bytes: Uint8Array,
  bounds: { readonly seconds: number; readonly megabytes: number } = limits,
): Promise<Extracted> => {
  const done = await runApart<Extracted>(program, { type, bytes }, bounds)
  return 'result' in done ? done.result : { outcome: 'failed', reason: done.broke }
}
