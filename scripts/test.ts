// `npm test [-- --unit] [-- what vitest takes]`: sets everything up, runs the tests, stops everything.
// With `--unit` only the tests that need no deployed stack run, and nothing is set up.
import { mkdirSync, rmSync } from 'node:fs'
import { type DynamoDbLocal, startDynamoDbLocal } from '../infra/local/dynamodb-local.ts'
import { findChromium } from '../infra/local/find-chromium.ts'
import { openLocalStack } from '../infra/local/local-stack.ts'
import { inLocal, inProject } from '../infra/local/paths.ts'
import { runChild, toolPath } from '../infra/local/run-child.ts'
import { runScript, type ScriptEnd } from '../infra/local/run-script.ts'

const resultsFile = inLocal('test-results.json')
const print = (line: string): void => console.log(line)

/** What the tests are told by their environment; a name that is missing says that the thing is not there. */
async function prepareStack(end: ScriptEnd, skipped: string[]): Promise<NodeJS.ProcessEnv> {
  const secondEngine: Promise<DynamoDbLocal> = startDynamoDbLocal(end)
  const stack = await openLocalStack({ end, print })
  const engine = await secondEngine
  if ('missing' in engine) skipped.push(`table tests on the official DynamoDB Local: ${engine.missing}`)
  return {
    GREFFE_ENDPOINT: stack.endpoint,
    GREFFE_API: stack.apiUrl,
    GREFFE_OUTPUTS: stack.outputsFile,
    ...('endpoint' in engine ? { GREFFE_DYNAMODB_LOCAL: engine.endpoint } : {}),
  }
}

await runScript(async (end) => {
  const unit = process.argv.includes('--unit')
  const passedOn = process.argv.slice(2).filter((argument) => argument !== '--unit')
  const skipped: string[] = []
  const chromium = findChromium()
  if (!chromium) skipped.push('pages in a browser: no Chromium was found')

  const set: NodeJS.ProcessEnv = unit ? {} : await prepareStack(end, skipped)
  const env = { ...process.env, PATH: toolPath(), ...(chromium ? { CHROMIUM: chromium } : {}), ...set }
  mkdirSync(inLocal(), { recursive: true })
  rmSync(resultsFile, { force: true })
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${resultsFile}`]
  const projects = unit ? ['--project', 'unit'] : []
  const args = ['run', ...projects, ...reports, ...passedOn]
  const { code } = await runChild(inProject('node_modules/.bin/vitest'), args, { end, env, shown: true })
  for (const what of skipped) print(`Skipped: ${what}.`)
  return code
})
