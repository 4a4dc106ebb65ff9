// `npm run journey [-- folder]`: the main job on a throw-away state and a free port; the exit code says whether every
// step held.
import { resolve } from 'node:path'
import { openLocalStack } from '../infra/local/local-stack.ts'
import { inProject } from '../infra/local/paths.ts'
import { runScript } from '../infra/local/run-script.ts'
import { runJourney } from '../test/journeys/journey.ts'

const print = (line: string): void => console.log(line)

await runScript(async (end) => {
  const [given] = process.argv.slice(2)
  const folder = given ? resolve(process.env.INIT_CWD ?? process.cwd(), given) : inProject('samples')
  const stack = await openLocalStack({ end, print })
  const journey = await runJourney({ ...stack, folder, print })
  print(journey.ok ? 'Every step held.' : 'A step above did not hold.')
  return journey.ok ? 0 : 1
})
