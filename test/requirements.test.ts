import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { catalogue } from '../functions/catalogue.ts'
import { rules } from '../functions/rules.ts'
import { allCases } from './permissions/all-cases.ts'
import { root, type Source, sources } from './source-files.ts'

const folder = join(root, 'docs', 'requirements')
const pages = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))

/** The ids that the requirements give, each where its own line begins. */
const known = new Set(
  pages.flatMap((page) => [...page.matchAll(/^- \*\*([A-Z]-\d{2})\*\*/gm)].map(([, id]) => id as string)),
)

/** An id as code cites it. Only the letters that the requirements use: others are somebody else's numbers. */
const CITED = /\b[BCDPRS]-\d{2}\b/g

const unknownIn = (read: readonly Source[]): readonly string[] =>
  read.flatMap(({ path, text }) =>
    [...text.matchAll(CITED)].filter(([id]) => !known.has(id)).map(([id]) => `${path} cites ${id}`),
  )

const documents = [
  'README.md',
  ...readdirSync(join(root, 'functions')).map((name) => `functions/${name}/README.md`),
].flatMap((path): Source[] => {
  try {
    return [{ path, text: readFileSync(join(root, path), 'utf8') }]
  } catch {
    return []
  }
})

test('the requirements are read: six files, their ids once each', () => {
  const prefixes = [...known].map((id) => id[0])
  expect([...new Set(prefixes)].toSorted()).toEqual(['B', 'C', 'D', 'P', 'R', 'S'])
  const given = pages.flatMap((page) => [...page.matchAll(/^- \*\*([A-Z]-\d{2})\*\*/gm)])
  expect(given).toHaveLength(known.size)
})

test('every requirement that a source, a test or a page cites exists', () => {
  const here = sources().filter(({ path }) => path !== 'test/requirements.test.ts')
  expect(unknownIn([...here, ...documents])).toEqual([])
})

test('a citation of what does not exist would be seen', () => {
  const planted = { path: 'shared/x.ts', text: "source: 'D-99' // as S-02 and P-77 say" }
  expect(unknownIn([planted])).toEqual(['shared/x.ts cites D-99', 'shared/x.ts cites P-77'])
})

test('every rule and every expected cell names one requirement that exists', () => {
  const sourcesOfRules = [...rules, ...catalogue.flatMap((one) => one.rules)].map(({ id, source }) => ({ id, source }))
  const sourcesOfCells = Object.entries(allCases).flatMap(([id, lines]) => lines.map(({ source }) => ({ id, source })))
  expect([...sourcesOfRules, ...sourcesOfCells].filter(({ source }) => !known.has(source))).toEqual([])
})
