import { TryAgain } from '../kernel/job.ts'

/** Many who work on the same party or entry may come at once: each waits for its turn here, not in the queue. */
const TRIES = 25

/** Does something again, from what it reads, until it meets nobody's change; those who met wait, longer each time. */
export const again = async (attempt: () => Promise<'done' | 'conflict'>): Promise<void> => {
  for (let run = 1; run <= TRIES; run++) {
    if ((await attempt()) === 'done') return
    await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(5 * 2 ** run, 300)))
  }
  throw new TryAgain('What was to be changed kept changing.')
}
