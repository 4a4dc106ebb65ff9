import { assemblyFolder, deployTenant, isDeployed, type Outputs, synthTenant } from './deploy.ts'
import { startEmulator } from './emulator.ts'
import { PlainFailure } from './failure.ts'
import { type Mailbox, openMailbox } from './mailbox.ts'
import { interruptedFile } from './mend-state.ts'
import { inLocal } from './paths.ts'
import { findFreePort } from './ports.ts'
import { resumeWorkflows } from './resume-workflows.ts'
import type { ScriptEnd } from './run-script.ts'

export interface LocalStack {
  /** The emulator's address. */
  endpoint: string
  /** The HTTP API's address. */
  apiUrl: string
  outputs: Outputs
  /** File with the outputs as JSON. */
  outputsFile: string
  mailbox: Mailbox
}

export interface LocalStackOptions {
  /** Without a port a free one is taken. */
  port?: number
  /** Folder whose state is found again; without it the state is thrown away. */
  stateDir?: string
  end: ScriptEnd
  print: (line: string) => void
}

/**
 * Brings the tenant `local` up: emulator with IAM enforced, deployed stacks, workflows that the last stop interrupted.
 * Everything it starts is stopped when the script ends.
 */
export async function openLocalStack({ port: asked, stateDir, end, print }: LocalStackOptions): Promise<LocalStack> {
  const began = performance.now()
  const lap = (): string => `after ${((performance.now() - began) / 1000).toFixed(1)} s`
  const port = asked ?? (await findFreePort())
  const tenant = 'local'
  const address = `http://127.0.0.1:${port}`
  const stampFile = stateDir && `${stateDir}/deployed.json`
  // Putting the stacks together needs no emulator, so it runs while that is installed and started.
  const synth = isDeployed(tenant, address, stampFile)
    ? undefined
    : synthTenant(tenant, address, assemblyFolder(address), end)
  synth?.catch(() => {})

  const log = inLocal('logs', stateDir ? 'emulator.log' : `emulator-${port}.log`)
  const { url: endpoint } = await startEmulator({ port, stateDir, log, end, print })
  print(`The local cloud answers at ${endpoint} (${lap()}).`)
  const mailbox = openMailbox(endpoint, stateDir && `${stateDir}/mails.json`)
  if (stateDir) end.onEnd(async () => void (await mailbox.list()))

  const outputsFile = inLocal('outputs', `${stateDir ? 'kept' : port}.json`)
  const outputs = await deployTenant({ tenant, endpoint, outputsFile, stampFile, end, print }, synth)
  print(`The stacks of the tenant "${tenant}" stand (${lap()}).`)
  if (!outputs.HttpApiId) throw new PlainFailure('The deployed stacks have no output named HttpApiId.')
  if (stateDir) {
    const resumed = await resumeWorkflows(endpoint, interruptedFile(stateDir))
    if (resumed > 0) print(`Workflows that the last stop interrupted and that go on now: ${resumed}.`)
  }
  return {
    endpoint,
    apiUrl: `${endpoint}/_aws/execute-api/${outputs.HttpApiId}/$default`,
    outputs,
    outputsFile,
    mailbox,
  }
}
