// `npm start [-- --port N] [-- folder]`: brings the local tenant up, does the main job once, then serves until Ctrl-C.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { countData } from '../infra/local/count-data.ts'
import { PlainFailure } from '../infra/local/failure.ts'
import { startFront } from '../infra/local/front.ts'
import type { SignIn } from '../infra/local/front-pages.ts'
import { type LocalStack, openLocalStack } from '../infra/local/local-stack.ts'
import { inProject, keptState } from '../infra/local/paths.ts'
import { claimPort } from '../infra/local/ports.ts'
import { refuseSecondRun, tidyBrokenRuns } from '../infra/local/run-files.ts'
import { runScript } from '../infra/local/run-script.ts'
import { runJourney } from '../test/journeys/journey.ts'

const usage = 'Usage: npm start [-- --port <number>] [-- <folder of files to upload>]'
const journeyFile = `${keptState}/journey.json`
const print = (line: string): void => console.log(line)

/** The port and the folder asked for; a folder is read from where the user typed the command. */
function readArguments(): { port: number; folder: string | undefined } {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse()
  } catch {
    throw new PlainFailure(usage)
  }
  const port = Number(parsed.values.port)
  if (!Number.isInteger(port) || port < 1 || port > 65_534) throw new PlainFailure(`${usage} (a port is 1 to 65534)`)
  const [given, ...more] = parsed.positionals
  if (more.length > 0) throw new PlainFailure(usage)
  if (given === undefined) return { port, folder: undefined }
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), given)
  const holdsFiles = existsSync(folder) && statSync(folder).isDirectory() && readdirSync(folder).length > 0
  if (!holdsFiles) throw new PlainFailure(`There are no files in ${folder}: name a folder that holds some.`)
  return { port, folder }
}

function parse() {
  return parseArgs({ allowPositionals: true, options: { port: { type: 'string', default: '4700' } } })
}

/** Does the main job on the first start, or when a folder is given; otherwise shows that the data is still there. */
async function showMainJob(stack: LocalStack, folder: string | undefined): Promise<SignIn[] | undefined> {
  if (existsSync(journeyFile) && folder === undefined) {
    print(`Your data was found again: ${await countData(stack)}.`)
    return JSON.parse(readFileSync(journeyFile, 'utf8')) as SignIn[]
  }
  const journey = await runJourney({ ...stack, folder: folder ?? inProject('samples'), print })
  if (!journey.ok) return undefined
  writeFileSync(journeyFile, JSON.stringify(journey.signIns))
  return journey.signIns
}

await runScript(async (end) => {
  const began = Date.now()
  const { port, folder } = readArguments()
  await tidyBrokenRuns(print)
  refuseSecondRun()
  await claimPort(port)
  await claimPort(port + 1)
  const stack = await openLocalStack({ port, stateDir: keptState, end, print })
  const signIns = await showMainJob(stack, folder)
  if (!signIns) {
    print('A step above did not hold: stopping.')
    return 1
  }
  const openapiFile = inProject('docs/openapi.json')
  const front = await startFront({ port: port + 1, ...stack, openapiFile, signIns })
  end.onEnd(() => front.stop())

  print(`\nReady after ${Math.round((Date.now() - began) / 1000)} s.`)
  print(`  Start page     ${front.url}`)
  print(`  API            ${stack.apiUrl}`)
  print(`  API reference  ${front.url}/reference`)
  print(`  Mailbox        ${front.url}/mailbox`)
  for (const { who, email, password } of signIns) print(`  Sign-in        ${email}  ${password}  (${who})`)
  print('Ctrl-C stops it; the next `npm start` finds its data again; `npm run reset` forgets it.')
  end.startServing()
  await Promise.race([end.stopped, stack.ended])
  throw new PlainFailure('The local cloud emulator ended by itself (its log: .local/logs/emulator.log): start again.')
})
