// `npm run reset`: forgets what `npm start` kept.
import { existsSync, rmSync } from 'node:fs'
import { PlainFailure } from '../infra/local/failure.ts'
import { keptState } from '../infra/local/paths.ts'
import { findKeptRun, tidyBrokenRuns } from '../infra/local/run-files.ts'
import { runScript } from '../infra/local/run-script.ts'

await runScript(async () => {
  await tidyBrokenRuns(console.log)
  const running = findKeptRun()
  if (running) {
    throw new PlainFailure(
      `Greffe is running (port ${running.port}): stop it with Ctrl-C where it was started, then reset it.`,
    )
  }
  const kept = existsSync(keptState)
  rmSync(keptState, { recursive: true, force: true })
  console.log(kept ? 'The local data is forgotten: the next `npm start` begins anew.' : 'There was nothing to forget.')
  return 0
})
