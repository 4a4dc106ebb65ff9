import { spawn } from 'node:child_process'
import { mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { localCredentials, readLocalTenant } from './credentials.ts'
import { PlainFailure } from './failure.ts'
import { mendState, noteFormat } from './mend-state.ts'
import { inLocal, keptState } from './paths.ts'
import { claimPort } from './ports.ts'
import { endProcess, isAlive, markProcess, signalQuietly } from './processes.ts'
import { installEmulator } from './python.ts'
import { isolatedEnvironment } from './run-child.ts'
import { refuseSecondRun, tidyBrokenRuns, writeRunFile } from './run-files.ts'
import type { ScriptEnd } from './run-script.ts'

export interface EmulatorOptions {
  port: number
  /** Folder whose state is found again; without it the state is thrown away at the stop. */
  stateDir: string | undefined
  /** File that gets the emulator's log, and so the functions' logs. */
  log: string
  end: ScriptEnd
  print: (line: string) => void
}

export interface Emulator {
  url: string
  pid: number
  stop(): Promise<void>
  /** Resolves when it has ended, by itself or because it was stopped. */
  ended: Promise<void>
}

/** Where this process keeps what is thrown away when it ends. */
export const throwAwayFolder = (): string => inLocal('throw-away', String(process.pid))

/** The emulator's settings; every function it runs inherits them, so nothing of the user's environment is in there. */
function emulatorEnvironment(port: number, folder: string, kept: boolean): NodeJS.ProcessEnv {
  const { account, region } = readLocalTenant()
  const keep = kept ? '1' : '0'
  return isolatedEnvironment({
    AUTH: 'true',
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    MINISTACK_ACCOUNT_ID: account,
    MINISTACK_REGION: region,
    // An address in digits makes every SDK address buckets by path, which needs no name resolution.
    MINISTACK_HOST: '127.0.0.1',
    BIND_HOST: '127.0.0.1',
    GATEWAY_PORT: String(port),
    PERSIST_STATE: keep,
    STATE_DIR: `${folder}/services`,
    S3_PERSIST: keep,
    S3_DATA_DIR: `${folder}/objects`,
    TMPDIR: `${folder}/tmp`,
    // Listeners that nothing here uses.
    IOT_MTLS_ENABLED: '0',
    SFTP_ENABLED: '0',
    PYTHONUNBUFFERED: '1',
  })
}

async function waitUntilReady(url: string, isRunning: () => boolean, log: string): Promise<void> {
  const deadline = Date.now() + 60_000
  while (isRunning() && Date.now() < deadline) {
    const answer = await fetch(`${url}/_ministack/ready`).catch(() => undefined)
    if (answer?.ok) return
    await pause(40)
  }
  throw new PlainFailure(`The local cloud emulator did not start; the reason stands at the end of ${log}.`)
}

/**
 * Installs the emulator if need be, starts it with IAM enforced and waits until it answers.
 * It is stopped when the script ends, whatever ends it: its state is saved when it is asked to stop, so it is only
 * ended by force after a minute.
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { port, stateDir, log, end, print } = options
  await tidyBrokenRuns(print)
  if (stateDir === keptState) refuseSecondRun()
  await claimPort(port)
  const python = await installEmulator(end, print)

  const folder = stateDir ?? throwAwayFolder()
  if (stateDir) mendState(stateDir)
  rmSync(`${folder}/tmp`, { recursive: true, force: true })
  mkdirSync(`${folder}/tmp`, { recursive: true })
  if (stateDir) noteFormat(stateDir)
  // The emulator's own function runner is CommonJS and is written there, below this project's `"type": "module"`.
  writeFileSync(`${folder}/tmp/package.json`, '{ "type": "commonjs" }')
  mkdirSync(inLocal('logs'), { recursive: true })

  const output = openSync(log, 'w')
  // A group of its own: Ctrl-C in the terminal must not end the functions before the emulator has saved its state.
  const child = spawn(python, ['-m', 'ministack'], {
    env: emulatorEnvironment(port, folder, stateDir !== undefined),
    cwd: folder,
    detached: true,
    stdio: ['ignore', output, output],
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  child.unref()
  const pid = child.pid
  if (pid === undefined) throw new PlainFailure(`The local cloud emulator could not be started from ${python}.`)
  const mark = markProcess(pid)
  const kept = stateDir !== undefined
  const runFile = writeRunFile({ emulator: mark, owner: markProcess(process.pid), port, folder, kept })

  let stopping: Promise<void> | undefined
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      await endProcess(mark, 60_000)
      signalQuietly(-pid, 'SIGKILL')
      rmSync(kept ? `${folder}/tmp` : folder, { recursive: true, force: true })
      rmSync(runFile, { force: true })
    })()
    return stopping
  }
  end.onEnd(stop)

  const url = `http://127.0.0.1:${port}`
  await waitUntilReady(url, () => isAlive(mark), log)
  return { url, pid, stop, ended }
}
