import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { PlainFailure } from './failure.ts'
import { inLocal, keptState } from './paths.ts'
import { endProcess, isAlive, type ProcessMark } from './processes.ts'

/** What is written down about a running emulator, so that a broken run can be tidied up by the next one. */
export interface RunFile {
  emulator: ProcessMark
  /** The script that started it and should stop it. */
  owner: ProcessMark
  port: number
  /** Where its state is kept, or the folder that is thrown away at the end. */
  folder: string
  kept: boolean
}

const runFolder = inLocal('run')

export function writeRunFile(run: RunFile): string {
  mkdirSync(runFolder, { recursive: true })
  const path = `${runFolder}/${run.emulator.pid}.json`
  writeFileSync(path, JSON.stringify(run))
  return path
}

function readRunFiles(): { path: string; run: RunFile | undefined }[] {
  if (!existsSync(runFolder)) return []
  return readdirSync(runFolder).map((name) => {
    const path = `${runFolder}/${name}`
    try {
      return { path, run: JSON.parse(readFileSync(path, 'utf8')) as RunFile }
    } catch {
      return { path, run: undefined }
    }
  })
}

/** Stops emulators whose script has gone without stopping them, and removes what they left; says so by `print`. */
export async function tidyBrokenRuns(print: (line: string) => void): Promise<void> {
  for (const { path, run } of readRunFiles()) {
    if (run && isAlive(run.owner)) continue
    if (run && isAlive(run.emulator)) {
      print(`An earlier run ended without stopping its emulator (port ${run.port}): stopping it now.`)
      await endProcess(run.emulator)
    } else if (run?.kept) {
      print('An earlier run was killed before its state could be saved: what it did since its start is lost.')
    }
    if (run && !run.kept) rmSync(run.folder, { recursive: true, force: true })
    rmSync(path, { force: true })
  }
}

/** Refuses to go on while a running `npm start` holds the kept state. */
export function refuseSecondRun(): void {
  const run = findKeptRun()
  if (!run) return
  throw new PlainFailure(
    `Greffe already runs in this folder (port ${run.port}): stop it with Ctrl-C where it was started, then try again.`,
  )
}

/** The running `npm start` that holds the kept state, if there is one. */
function findKeptRun(): RunFile | undefined {
  return readRunFiles().find(({ run }) => run?.folder === keptState && isAlive(run.owner))?.run
}
