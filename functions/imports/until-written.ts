import { TryAgain } from '../kernel/job.ts'

const RUNS = 10
const LONGEST_WAIT_MILLISECONDS = 2000

/**
 * Runs work again that met something newer, after a while that is different for each: a dossier in which much goes on
 * changes with every document, and what is delivered again comes minutes later.
 */
export const untilWritten = async (work: () => Promise<void>): Promise<void> => {
  for (let run = 1; ; run++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof TryAgain) || run === RUNS) throw error
      const most = Math.min(10 * 2 ** run, LONGEST_WAIT_MILLISECONDS)
      await new Promise((resolve) => setTimeout(resolve, Math.random() * most))
    }
  }
}
