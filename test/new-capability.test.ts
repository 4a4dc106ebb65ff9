import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const project = join(import.meta.dirname, '..')
const sources = ['bench', 'docs', 'functions', 'infra', 'scripts', 'shared', 'tenants', 'test']
const settings = ['biome.json', 'package.json', 'package-lock.json', 'tsconfig.json', 'vitest.config.ts']
const lists = [
  'functions/catalogue.ts',
  'functions/rules.ts',
  'shared/actions.ts',
  'test/permissions/all-cases.ts',
  'test/permissions/circumstances.ts',
]
const tools = [join(project, 'node_modules/.bin'), process.env.PATH].join(delimiter)

// Everything happens in a copy of the sources: the command writes where it stands.
let copy: string
type Run = { readonly code: number; readonly output: string }
const run = (command: string, args: readonly string[]): Promise<Run> =>
  new Promise((resolve) => {
    execFile(
      join(copy, 'node_modules/.bin', command),
      args,
      { cwd: copy, env: { ...process.env, PATH: tools }, maxBuffer: 2 ** 26 },
      (error, out, err) => resolve({ code: error === null ? 0 : 1, output: out + err }),
    )
  })
const newCapability = (...words: string[]): Promise<Run> => run('node', ['scripts/new.ts', ...words])
const textsOfLists = (): string[] => lists.map((file) => readFileSync(join(copy, file), 'utf8'))

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'greffe-new-'))
  for (const name of [...sources, ...settings]) {
    if (existsSync(join(project, name))) cpSync(join(project, name), join(copy, name), { recursive: true })
  }
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

describe('a name that will not do is refused in one sentence, and nothing is written', () => {
  test.each([
    ['no name', [], 'Name the capability: npm run new -- <capability-name> [noun].'],
    ['upper case', ['ToyBoxes'], 'must be in lower-case words joined by hyphens'],
    ['a path', ['../toys'], 'must be in lower-case words joined by hyphens'],
    ['no plural and no noun', ['staff'], 'is no plural: name one thing of it as well'],
    ['the same word twice', ['toys', 'toys'], "The noun must differ from the capability's name"],
    ['a word of the language', ['classes', 'class'], 'already means something in code'],
    ['a taken name', ['dossiers'], 'is taken: there is a folder functions/dossiers'],
    ['a folder that is no capability', ['kernel', 'core'], 'is taken: there is a folder functions/kernel'],
    ['a taken noun', ['folders', 'dossier'], 'The noun "dossier" is taken'],
  ])('%s', async (_, words, sentence) => {
    const before = textsOfLists()
    const { code, output } = await newCapability(...words)
    expect(code).not.toBe(0)
    expect(output.trim().split('\n')).toEqual([expect.stringContaining(sentence)])
    expect(textsOfLists()).toEqual(before)
    expect(existsSync(join(copy, 'functions', words[0] ?? 'none', 'routes.ts'))).toBe(words[0] === 'dossiers')
  })
})

test('when one list cannot take its line, nothing is written at all', async () => {
  const file = join(copy, 'test/permissions/circumstances.ts')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace('aspectsOf', 'elsewhere'))
  const before = textsOfLists()
  const { code, output } = await newCapability('toy-boxes', 'toy-box')
  const after = textsOfLists()
  writeFileSync(file, text)
  expect(code).not.toBe(0)
  expect(output).toContain('test/permissions/circumstances.ts does not look as expected')
  expect(after).toEqual(before)
  expect(readdirSync(join(copy, 'functions')).filter((name) => name.includes('toy'))).toEqual([])
})

describe('a new capability', () => {
  beforeAll(async () => {
    const { code, output } = await newCapability('toy-boxes', 'toy-box')
    expect(output).toContain('Written: functions/toy-boxes')
    expect(code).toBe(0)
  }, 60_000)

  test('compiles, and stands in every list', async () => {
    const { output } = await run('tsc', ['-p', '.'])
    const about = output
      .split('\n')
      .filter((line) => line.includes('toy') || lists.some((file) => line.startsWith(file)))
    expect(about).toEqual([])
    for (const text of textsOfLists()) expect(text).toMatch(/toyBoxes|toy-box/)
  }, 120_000)

  test('is formatted as everything else is', async () => {
    const { output } = await run('biome', ['check', '--error-on-warnings', 'functions/toy-boxes', ...lists])
    expect(output).toMatch(/No fixes applied/)
  }, 60_000)

  test('has tests that fail, and say what is still to fill in', async () => {
    const tests = [
      'functions/toy-boxes',
      'test/slices.test.ts',
      'test/permissions/matrix.test.ts',
      '-t',
      'toy.box|left to fill',
    ]
    const { code, output } = await run('vitest', [
      'run',
      '--project',
      'unit',
      '--project',
      'pure',
      '--reporter=verbose',
      ...tests,
    ])
    expect(code).not.toBe(0)
    for (const wanted of [
      'functions/toy-boxes/README.md:3 to fill in: what a toy box is',
      'to fill in: the requirement',
      'to fill in: who may read a toy box',
      'Name in the title the requirement and what creating a toy box guarantees',
      'shared/actions.ts',
    ])
      expect(output).toContain(wanted)
  }, 120_000)
})
