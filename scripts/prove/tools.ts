/** The two programs that proofs need and npm does not bring: Cedar's command line with its analysis, and a solver. */
import { accessSync, constants } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { PlainFailure } from '../../infra/local/failure.ts'
import { runChild } from '../../infra/local/run-child.ts'
import type { ScriptEnd } from '../../infra/local/run-script.ts'

const CEDAR = 'cedar-policy-cli'
const VERSION = '4.14.1'

const runs = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const onPath = (name: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(runs)

const orFail = async (what: string, command: string, args: string[], end: ScriptEnd): Promise<void> => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { code, output } = await runChild(command, args, { end, env })
  if (code !== 0) throw new PlainFailure(`${output.trimEnd()}\n${what} failed; its reason stands above.`)
}

/** Kept where caches are, outside the checkout, so that it is built once for all checkouts. */
const cacheFolder = (): string =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'greffe', `${CEDAR}-${VERSION}`)

/** Cedar's command line; built the first time. */
export async function findCedar(end: ScriptEnd): Promise<string> {
  const root = cacheFolder()
  const program = join(root, 'bin', 'cedar')
  if (runs(program)) return program
  const cargo = onPath('cargo') ?? join(homedir(), '.cargo', 'bin', 'cargo')
  if (!runs(cargo))
    throw new PlainFailure('The prover is built with Cargo, and there is none: install Rust and run this again.')
  console.log(`Building ${CEDAR} ${VERSION} (once, some minutes) …`)
  const what = ['install', `${CEDAR}@${VERSION}`, '--features', 'analyze', '--locked', '--root', root]
  await orFail(`Building ${CEDAR}`, cargo, what, end)
  return program
}

/** The solver; installed where that can be done without asking. */
export async function findCvc5(end: ScriptEnd): Promise<string> {
  const found = process.env.CVC5 || onPath('cvc5')
  if (found !== undefined && runs(found)) return found
  const apt = onPath('apt-get')
  if (process.getuid?.() === 0 && apt !== undefined) {
    console.log('Installing the solver cvc5 …')
    await orFail('apt-get update', apt, ['update', '-qq'], end)
    await orFail('Installing cvc5', apt, ['install', '-y', '-qq', '--no-install-recommends', 'cvc5'], end)
    const installed = onPath('cvc5')
    if (installed !== undefined) return installed
  }
  throw new PlainFailure(
    'The prover needs the solver cvc5: install it (Debian: apt-get install cvc5) or name it in CVC5, and run this again.',
  )
}
