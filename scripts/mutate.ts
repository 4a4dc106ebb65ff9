// `npm run mutate`: mutates the engine of rights and the kernel's authorize, and says what no test has noticed. What
// survives must stand with its reason in `test/mutation/survivors.ts`. Rows of rules are mutated by
// `test/permissions/row-mutants.test.ts`, which is one of the tests.
import { readFileSync, rmSync } from 'node:fs'
import { inLocal, inProject } from '../infra/local/paths.ts'
import { runChild } from '../infra/local/run-child.ts'
import { runScript } from '../infra/local/run-script.ts'
import { survivors } from '../test/mutation/survivors.ts'

type Place = { readonly line: number; readonly column: number }
type Report = {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string
        readonly mutants: readonly {
          readonly status: string
          readonly replacement: string
          readonly location: { readonly start: Place; readonly end: Place }
        }[]
      }
    >
  >
}

const reportFile = inLocal('mutation', 'report.json')

/** How a mutant ended: noticed by a test (or by not even starting), not noticed, or left out as words for people. */
const endOf: Readonly<Record<string, 'noticed' | 'survived' | 'left out'>> = {
  Killed: 'noticed',
  Timeout: 'noticed',
  RuntimeError: 'noticed',
  Survived: 'survived',
  NoCoverage: 'survived',
  Ignored: 'left out',
}

/** The text between two places, both counted from one; as one line. */
const between = (source: string, start: Place, end: Place): string => {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  lines[lines.length - 1] = (lines.at(-1) ?? '').slice(0, end.column - 1)
  lines[0] = (lines[0] ?? '').slice(start.column - 1)
  return oneLine(lines.join('\n'))
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A mutant by what it changes and where: `file · the line it begins in · what stands there → what stands instead`. */
function survivorsOf({ files }: Report): string[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => endOf[status] === 'survived')
      .map(({ location: { start, end }, replacement }) => {
        const line = oneLine(source.split('\n')[start.line - 1] ?? '')
        return `${file} · ${line} · ${between(source, start, end)} → ${oneLine(replacement)}`
      }),
  )
}

await runScript(async (end) => {
  const began = Date.now()
  console.log('Mutating the engine of rights: some minutes …')
  rmSync(inLocal('mutation'), { recursive: true, force: true })
  const stryker = [inProject('node_modules/.bin/stryker'), 'run', 'test/mutation/stryker.config.json']
  const { code } = await runChild(inProject('node_modules/.bin/node'), stryker, { end, shown: true })
  if (code !== 0) return code

  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report
  const ends = Object.values(report.files).flatMap(({ mutants }) =>
    mutants.map(({ status }) => endOf[status] ?? status),
  )
  const count = (what: string): number => ends.filter((one) => one === what).length
  const survived = survivorsOf(report)
  const known = survivors.flatMap(({ mutants }) => mutants)
  const unknown = survived.filter((mutant) => !known.includes(mutant))
  const gone = known.filter((mutant) => !survived.includes(mutant))
  const odd = ends.filter((one) => !Object.values(endOf).includes(one as 'noticed'))

  console.log(
    `${count('noticed')} mutants noticed, ${survived.length} not (${survived.length - unknown.length} with a reason), in ${Math.round((Date.now() - began) / 1000)} s.`,
  )
  for (const mutant of unknown) console.log(`No test notices, and no reason is written: ${mutant}`)
  for (const mutant of gone) console.log(`A reason is written for what does not survive: ${mutant}`)
  for (const status of odd) console.log(`A mutant ended as “${status}”.`)
  return unknown.length + gone.length + odd.length === 0 ? 0 : 1
})
