// `npm run check`: types, lint, format, dead code, generated files, lock file. One line for each, and the words of
// those that fail.
import { existsSync, readFileSync } from 'node:fs'
import { inProject } from '../infra/local/paths.ts'
import { type ChildRun, runChild } from '../infra/local/run-child.ts'
import { runScript, type ScriptEnd } from '../infra/local/run-script.ts'

/** The folders that hold sources; the linter would follow the root into node_modules. */
const folders = ['infra', 'functions', 'shared', 'test', 'bench', 'scripts'].filter((name) =>
  existsSync(inProject(name)),
)

const tool = (name: string): string => inProject('node_modules/.bin', name)

const commands: Record<string, string[]> = {
  types: [tool('tsc'), '--noEmit'],
  lint: [tool('oxlint'), '--type-aware', '--deny-warnings', ...folders],
  format: [tool('biome'), 'check', '--error-on-warnings', '.'],
  'dead code': [tool('knip'), '--no-progress'],
  'generated files': [tool('node'), 'scripts/docs.ts', '--check'],
}

/** The lock file names versions and digests only: no registry's address, so that it serves everywhere. */
function checkLockFile(): ChildRun {
  const addresses = readFileSync(inProject('package-lock.json'), 'utf8')
    .split('\n')
    .filter((line) => /"resolved": "https?:/.test(line))
  const output = addresses.length > 0 ? `package-lock.json holds addresses, e.g. ${addresses[0]?.trim()}` : ''
  return { code: addresses.length > 0 ? 1 : 0, output }
}

async function report(what: string, run: () => Promise<ChildRun>): Promise<boolean> {
  const began = Date.now()
  const { code, output } = await run()
  const time = `${((Date.now() - began) / 1000).toFixed(1)} s`
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${what.padEnd(16)} ${time}`)
  if (code !== 0) console.log(output.trimEnd())
  return code === 0
}

async function checkAll(end: ScriptEnd): Promise<number> {
  let failed = 0
  for (const [what, [command = '', ...args]] of Object.entries(commands)) {
    const held = await report(what, () => runChild(command, args, { end }))
    if (!held) failed += 1
  }
  if (!(await report('lock file', async () => checkLockFile()))) failed += 1
  console.log(failed === 0 ? 'Every check holds.' : `${failed} of ${Object.keys(commands).length + 1} checks failed.`)
  return failed === 0 ? 0 : 1
}

await runScript(checkAll)
