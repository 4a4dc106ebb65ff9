/**
 * The main job, on real files, over HTTP with real tokens and real mails: what `npm start` shows, `npm run journey`
 * proves, and the tests rest on. Every run makes people and a dossier of its own, so it can be run again on kept data.
 */
import type { LocalStack } from '../../infra/local/local-stack.ts'
import { type Cast, castOf } from './cast.ts'
import { type Deed, deeds } from './deeds.ts'

export type JourneyOptions = Pick<LocalStack, 'apiUrl' | 'endpoint' | 'outputs' | 'mailbox'> & {
  /** A folder of files to upload. */
  readonly folder: string
  readonly print: (line: string) => void
}

/** Goes through every deed in order, and stops at the first that does not hold. */
export async function runJourney({
  print,
  ...stack
}: JourneyOptions): Promise<{ ok: boolean; signIns: Cast['signIns'] }> {
  const cast = castOf(stack)
  for (const { title, does } of deeds satisfies readonly Deed[]) {
    const began = performance.now()
    const time = () => `${((performance.now() - began) / 1000).toFixed(2)} s`
    try {
      print(`  ✓ ${title}: ${await does(cast)} (${time()})`)
    } catch (error) {
      print(`  ✗ ${title}: ${error instanceof Error ? error.message : String(error)} (${time()})`)
      return { ok: false, signIns: cast.signIns }
    }
  }
  return { ok: true, signIns: cast.signIns }
}
