import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation'
import { localCredentials, ownerEnvironment, readLocalTenant } from './credentials.ts'
import { PlainFailure } from './failure.ts'
import { hashSources } from './hash-sources.ts'
import { inLocal, inProject, projectFolder } from './paths.ts'
import { type ChildRun, isolatedEnvironment, runChild } from './run-child.ts'
import type { ScriptEnd } from './run-script.ts'

/** The outputs of all stacks of a tenant, by name. */
export type Outputs = Record<string, string>

interface DeployedStamp {
  hash: string
  stacks: string[]
  outputs: Outputs
}

export interface DeployOptions {
  tenant: string
  /** The emulator's address, e.g. `http://127.0.0.1:4700`. */
  endpoint: string
  /** Folder for the CDK's assembly. */
  assembly: string
  /** File that gets the outputs as one flat JSON object. */
  outputsFile: string
  /** File beside a kept state that remembers what was deployed into it, to skip a deploy that would change nothing. */
  stampFile?: string | undefined
  end: ScriptEnd
  print: (line: string) => void
}

const command = inProject('node_modules/aws-cdk/bin/cdk')
const quiet = {
  CDK_DISABLE_CLI_TELEMETRY: 'true',
  CDK_DISABLE_VERSION_CHECK: '1',
  JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: '1',
}

function cloudFormation(endpoint: string): CloudFormationClient {
  return new CloudFormationClient({ endpoint, region: readLocalTenant().region, credentials: localCredentials })
}

async function hasStack(endpoint: string, name: string): Promise<boolean> {
  try {
    const { Stacks: [stack] = [] } = await cloudFormation(endpoint).send(new DescribeStacksCommand({ StackName: name }))
    return stack?.StackStatus?.endsWith('_COMPLETE') === true && !stack.StackStatus.includes('ROLLBACK')
  } catch {
    return false
  }
}

function readStamp(file: string | undefined): DeployedStamp | undefined {
  if (!file || !existsSync(file)) return undefined
  return JSON.parse(readFileSync(file, 'utf8')) as DeployedStamp
}

/** Whether the last deploy into that state was made from the sources as they are now. */
export function isDeployed(tenant: string, endpoint: string, stampFile: string | undefined): boolean {
  return readStamp(stampFile)?.hash === hashSources(projectFolder, `${tenant} ${endpoint}`)
}

/** From the most telling kind of line to the least. */
const telling = [/CREATE_FAILED|UPDATE_FAILED/, /^‣/, /Error:|must |❌/]

/** The line of a tool's output that says why it failed, or its last one. */
export function findReason(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const kind = telling.find((pattern) => lines.some((line) => pattern.test(line)))
  const reason = kind ? lines.find((line) => kind.test(line)) : lines.at(-1)
  return (reason ?? 'it said nothing').replace(/^[‣❌]\s*|\.$/g, '')
}

function expectSuccess(run: ChildRun, what: string, log: string): void {
  if (run.code === 0) return
  throw new PlainFailure(`${what}: ${findReason(run.output)} (all of it in ${log}).`)
}

/**
 * Runs the tenant's CDK app into `folder`, with the context of cdk.json and this deploy's own.
 * It needs no emulator, so it can run while that starts.
 */
export async function synthTenant(tenant: string, endpoint: string, folder: string, end: ScriptEnd): Promise<void> {
  const settings = existsSync(inProject('cdk.json')) ? readFileSync(inProject('cdk.json'), 'utf8') : '{}'
  const { context = {} } = JSON.parse(settings) as { context?: object }
  const log = inLocal('logs', 'synth.log')
  rmSync(folder, { recursive: true, force: true })
  const env = isolatedEnvironment({
    ...quiet,
    CDK_OUTDIR: folder,
    CDK_CONTEXT_JSON: JSON.stringify({ ...context, tenant, endpoint }),
  })
  const run = await runChild(inProject('node_modules/.bin/node'), ['infra/app.ts'], { end, env, logFile: log })
  expectSuccess(run, 'The infrastructure could not be put together', log)
}

async function bootstrap(endpoint: string, env: NodeJS.ProcessEnv, end: ScriptEnd): Promise<void> {
  if (await hasStack(endpoint, 'CDKToolkit')) return
  const { account, region } = readLocalTenant()
  const log = inLocal('logs', 'bootstrap.log')
  const run = await runChild(command, ['bootstrap', `aws://${account}/${region}`, '--no-notices'], {
    end,
    env,
    logFile: log,
    // Away from cdk.json: preparing an account has nothing to do with the app, which would be run as well.
    cwd: inLocal(),
  })
  expectSuccess(run, 'The emulator could not be prepared for the CDK', log)
}

/**
 * Deploys the tenant's stacks into the emulator with the pinned CDK command and returns their outputs.
 * @param synth the running synthesis, when it was started early.
 */
export async function deployTenant(options: DeployOptions, synth?: Promise<void>): Promise<Outputs> {
  const { tenant, endpoint, assembly, outputsFile, stampFile, end, print } = options
  const hash = hashSources(projectFolder, `${tenant} ${endpoint}`)
  const stamp = readStamp(stampFile)
  if (stamp?.hash === hash && (await everyStackStands(endpoint, stamp.stacks))) {
    print('The deployed stacks are up to date.')
    return writeOutputs(outputsFile, stamp.outputs)
  }
  if (stampFile) rmSync(stampFile, { force: true })

  const env = isolatedEnvironment({ ...quiet, ...ownerEnvironment(endpoint) })
  await Promise.all([synth ?? synthTenant(tenant, endpoint, assembly, end), bootstrap(endpoint, env, end)])

  const log = inLocal('logs', 'deploy.log')
  const raw = `${outputsFile}.stacks`
  mkdirSync(dirname(outputsFile), { recursive: true })
  const settings = ['--require-approval', 'never', '--concurrency', '4', '--method', 'direct', '--no-notices']
  const args = ['deploy', '--all', '--app', assembly, ...settings, '--progress', 'events', '--outputs-file', raw]
  const run = await runChild(command, args, { end, env, logFile: log })
  expectSuccess(run, 'The stacks could not be deployed', log)

  const byStack = JSON.parse(readFileSync(raw, 'utf8')) as Record<string, Outputs>
  const outputs = flattenOutputs(byStack)
  rmSync(raw)
  const made: DeployedStamp = { hash, stacks: Object.keys(byStack), outputs }
  if (stampFile) writeFileSync(stampFile, JSON.stringify(made))
  return writeOutputs(outputsFile, outputs)
}

async function everyStackStands(endpoint: string, stacks: string[]): Promise<boolean> {
  return (await Promise.all(stacks.map((stack) => hasStack(endpoint, stack)))).every(Boolean)
}

function writeOutputs(file: string, outputs: Outputs): Outputs {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(outputs, null, 2))
  return outputs
}

/** All stacks' outputs in one object, without the ones that the CDK makes for its own cross-stack references. */
function flattenOutputs(byStack: Record<string, Outputs>): Outputs {
  const all = Object.values(byStack).flatMap((outputs) => Object.entries(outputs))
  return Object.fromEntries(all.filter(([name]) => !name.startsWith('ExportsOutput')))
}
