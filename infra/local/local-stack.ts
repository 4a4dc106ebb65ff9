import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { deployTenant, isDeployed, type Outputs, synthTenant } from './deploy.ts'
import { startEmulator, throwAwayFolder } from './emulator.ts'
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
  /** Resolves when the emulator has ended, by itself or because it was stopped. */
  ended: Promise<void>
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
  // What lies beside a kept state is `.local` for `npm start`, and a folder of its own for a test.
  const work = stateDir ? dirname(stateDir) : throwAwayFolder()
  if (!stateDir) end.onEnd(() => rmSync(work, { recursive: true, force: true }))
  // Putting the stacks together needs no emulator, so it runs while that is installed and started.
  const assembly = `${work}/cdk.out`
  const synth = isDeployed(tenant, address, stampFile) ? undefined : synthTenant(tenant, address, assembly, end)
  synth?.catch(() => {})

  const log = stateDir ? nameKeptLog(work) : nameThrowAwayLog(port)
  const { url: endpoint, ended } = await startEmulator({ port, stateDir, log, end, print })
  print(`The local cloud answers at ${endpoint} (${lap()}).`)
  const mailbox = openMailbox(endpoint, stateDir && `${stateDir}/mails.json`)
  // Where the emulator is already gone, the mails read until then are kept.
  if (stateDir)
    end.onEnd(() =>
      mailbox.list().then(
        () => {},
        () => {},
      ),
    )

  const outputsFile = `${work}/outputs.json`
  const outputs = await deployTenant({ tenant, endpoint, assembly, outputsFile, stampFile, end, print }, synth)
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
    ended,
  }
}

function nameKeptLog(work: string): string {
  mkdirSync(`${work}/logs`, { recursive: true })
  return `${work}/logs/emulator.log`
}

/** Logs of throw-away stacks outlive them, so that a failure can be read about; the last few are kept. */
function nameThrowAwayLog(port: number): string {
  mkdirSync(inLocal('logs'), { recursive: true })
  const logs = readdirSync(inLocal('logs')).filter((name) => name.startsWith('throw-away-'))
  for (const name of logs.sort().slice(0, -5)) rmSync(inLocal('logs', name), { force: true })
  return inLocal('logs', `throw-away-${Date.now()}-${port}.log`)
}
