import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { PlainFailure } from './failure.ts'
import { inLocal, inProject } from './paths.ts'
import { readStart } from './processes.ts'
import { runChild, toolPath } from './run-child.ts'
import type { ScriptEnd } from './run-script.ts'

const run = promisify(execFile)
const candidates = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python']
const oldest = [3, 10] as const

export interface FoundPython {
  command: string
  version: string
  hasVenv: boolean
}

/** Asks one command for its version and whether it can make virtual environments; undefined if it is no Python 3. */
async function askPython(command: string): Promise<FoundPython | undefined> {
  const question = [
    'import sys, importlib.util as u',
    'print("%d.%d" % sys.version_info[:2], all(u.find_spec(m) for m in ("venv", "ensurepip")))',
  ].join('\n')
  try {
    const { stdout } = await run(command, ['-c', question])
    const [version = '', hasVenv] = stdout.trim().split(' ')
    return { command, version, hasVenv: hasVenv === 'True' }
  } catch {
    return undefined
  }
}

/**
 * Chooses the first usable Python, or says in one sentence what is missing.
 * @param ask answers for one command name; given in tests only.
 */
export async function findPython(ask = askPython): Promise<FoundPython> {
  const found: FoundPython[] = []
  for (const command of candidates) {
    const python = await ask(command)
    if (python && isRecent(python) && python.hasVenv) return python
    if (python) found.push(python)
  }
  const withoutVenv = found.find(isRecent)
  if (withoutVenv) {
    throw new PlainFailure(
      `Python ${withoutVenv.version} is here but without its venv module: install it (on Debian or Ubuntu: \`apt install python3-venv\`) and try again.`,
    )
  }
  const seen = found[0] ? `only Python ${found[0].version} was found` : 'none was found'
  throw new PlainFailure(`The local stack needs Python 3.10 or newer and ${seen}: install it and try again.`)
}

function isRecent(python: FoundPython): boolean {
  const [major = 0, minor = 0] = python.version.split('.').map(Number)
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
}

/** Removes environments that a broken run left half made; a living run's is left alone. */
function removeHalfMade(): void {
  for (const name of existsSync(inLocal()) ? readdirSync(inLocal()) : []) {
    const maker = /^python\.(\d+)$/.exec(name)?.[1]
    if (maker && readStart(Number(maker)) === undefined) rmSync(inLocal(name), { recursive: true, force: true })
  }
}

/**
 * Makes sure that the emulator is installed, in a virtual environment under `.local/python`.
 * The environment is made aside and moved into place when complete, so that a broken run leaves nothing half made.
 * @returns the path of the environment's Python.
 */
export async function installEmulator(end: ScriptEnd, print: (line: string) => void): Promise<string> {
  const requirements = inProject('infra/local/requirements.txt')
  const stamp = createHash('sha256').update(readFileSync(requirements)).digest('hex')
  const home = inLocal('python')
  const python = inLocal('python', 'bin', 'python')
  const stampFile = inLocal('python', 'installed')
  if (existsSync(python) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return python

  const { command, version } = await findPython()
  print(`Installing the local cloud emulator with Python ${version} (once) …`)
  mkdirSync(inLocal(), { recursive: true })
  removeHalfMade()
  const aside = inLocal(`python.${process.pid}`)
  end.onEnd(() => rmSync(aside, { recursive: true, force: true }))
  const log = inLocal('logs', 'python.log')
  const env = { ...process.env, PATH: toolPath() }
  const made = await runChild(command, ['-m', 'venv', aside], { end, env, logFile: log })
  if (made.code !== 0) {
    throw new PlainFailure(
      `Python ${version} could not make a virtual environment (on Debian or Ubuntu: \`apt install python3-venv\`); its words are in ${log}.`,
    )
  }
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-compile', '--disable-pip-version-check', '--retries', '2']
  const installed = await runChild(`${aside}/bin/python`, [...pip, '-r', requirements], { end, env, logFile: log })
  if (installed.code !== 0) {
    throw new PlainFailure(
      `The local cloud emulator could not be installed from the Python package index: check the network and run the same command again (pip's words are in ${log}).`,
    )
  }
  writeFileSync(`${aside}/installed`, stamp)
  rmSync(home, { recursive: true, force: true })
  renameSync(aside, home)
  return python
}
