// `npm run reset`: forgets what `npm start` kept.
import { existsSync, rmSync } from 'node:fs'
import { keptState } from '../infra/local/paths.ts'
import { refuseSecondRun, tidyBrokenRuns } from '../infra/local/run-files.ts'
import { runScript } from '../infra/local/run-script.ts'

await runScript(async () => {
  await tidyBrokenRuns(console.log)
  refuseSecondRun()
  const kept = existsSync(keptState)
  rmSync(keptState, { recursive: true, force: true })
  console.log(kept ? 'The local data is forgotten: the next `npm start` begins anew.' : 'There was nothing to forget.')
  return 0
})
