// `npm test [-- --unit] [-- what vitest takes]`: sets everything up, runs the tests, stops everything.
// Tests that need no stack begin at once, and go on beside the others, which wait more than they work; with `--unit`
// only they run, and nothing is set up.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type DynamoDbLocal, startDynamoDbLocal } from '../infra/local/dynamodb-local.ts'
import { findChromium } from '../infra/local/find-chromium.ts'
import { openLocalStack } from '../infra/local/local-stack.ts'
import { inLocal, inProject } from '../infra/local/paths.ts'
import { runChild, toolPath } from '../infra/local/run-child.ts'
import { runScript, type ScriptEnd } from '../infra/local/run-script.ts'

type Project = 'unit' | 'stack'
/** What is read of vitest's report, and what is written of both together. */
type Results = {
  readonly numTotalTests: number
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

const resultsFile = inLocal('test-results.json')
const resultsOf = (project: Project): string => inLocal(`test-results-${project}.json`)
const vitest = inProject('node_modules/.bin/vitest')
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

/** The reports of both runs as one, for whoever counts. */
function joinResults(projects: readonly Project[]): Results {
  const reports = projects
    .map(resultsOf)
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Results)
  const sum = (of: (report: Results) => number): number => reports.reduce((total, report) => total + of(report), 0)
  const joined = {
    numTotalTests: sum(({ numTotalTests }) => numTotalTests),
    numPassedTests: sum(({ numPassedTests }) => numPassedTests),
    numFailedTests: sum(({ numFailedTests }) => numFailedTests),
    testResults: reports.flatMap(({ testResults }) => testResults),
  }
  writeFileSync(resultsFile, JSON.stringify(joined))
  return joined
}

const failuresIn = ({ testResults }: Results): readonly string[] =>
  testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed')
      return failed.length === 0 ? [name] : failed.map(({ fullName }) => `${name}: ${fullName}`)
    })

await runScript(async (end) => {
  const began = performance.now()
  const unitOnly = process.argv.includes('--unit')
  const passedOn = process.argv.slice(2).filter((argument) => argument !== '--unit')
  const skipped: string[] = []
  const chromium = findChromium()
  if (!chromium) skipped.push('pages in a browser: no Chromium was found')
  const env = { ...process.env, PATH: toolPath(), ...(chromium ? { CHROMIUM: chromium } : {}) }
  mkdirSync(inLocal(), { recursive: true })
  for (const file of [resultsFile, resultsOf('unit'), resultsOf('stack')]) rmSync(file, { force: true })

  const argsOf = (project: Project): string[] => [
    'run',
    ...(project === 'unit' ? ['--project=unit', '--project=pure'] : ['--project=stack']),
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${resultsOf(project)}`,
    ...passedOn,
  ]
  /** Whether any test is asked for that needs the stack. */
  const needsStack = async (): Promise<boolean> => {
    if (unitOnly) return false
    if (passedOn.length === 0) return true
    const list = await runChild(vitest, ['list', '--filesOnly', '--project=stack', ...passedOn], { end, env })
    return list.code !== 0 || list.output.includes('.stack.test.')
  }

  // They give way: whoever waits for an answer of the stack minds being late, and whoever only computes does not.
  const unit = runChild('nice', ['-n', '5', vitest, ...argsOf('unit')], { end, env, shown: true })
  unit.catch(() => {})
  const projects: Project[] = ['unit']
  const codes: Promise<number>[] = [unit.then(({ code }) => code)]
  if (await needsStack()) {
    const told = await prepareStack(end, skipped)
    const stackEnv = { ...env, ...told, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) }
    projects.push('stack')
    const run = runChild(vitest, argsOf('stack'), { end, env: stackEnv, shown: { after: unit } })
    codes.push(run.then(({ code }) => code))
  }
  const code = Math.max(...(await Promise.all(codes)))

  const results = joinResults(projects)
  for (const failure of failuresIn(results)) print(`Failed: ${failure}`)
  for (const what of skipped) print(`Skipped: ${what}.`)
  if (results.testResults.length === 0) print('There is no such test.')
  const { numPassedTests, numFailedTests, numTotalTests } = results
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  print(`${numPassedTests} tests passed, ${numFailedTests} failed, of ${numTotalTests}, in ${seconds} s.`)
  return results.testResults.length === 0 ? 1 : code
})
