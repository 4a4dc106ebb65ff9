import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withoutPictures } from '../docs/generate/workflow-pictures.ts'
import { catalogue } from '../functions/catalogue.ts'
import { MARK } from '../scripts/new-capability/slice.ts'

const project = join(import.meta.dirname, '..')
const ONE_SCREEN = 60

const filesBelow = (folder: string): string[] =>
  readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1))

/** What a file still wants from a person, each with its place. */
const leftIn = (file: string): string[] =>
  readFileSync(join(project, file), 'utf8')
    .split('\n')
    .flatMap((line, at) => (line.includes(MARK) ? [`${file}:${at + 1} ${line.slice(line.indexOf(MARK)).trim()}`] : []))

describe.each(catalogue.map(({ name }) => name))('the capability %s', (name) => {
  const folder = join('functions', name)
  const files = filesBelow(folder)

  test('has nothing left to fill in', () => {
    expect(files.flatMap(leftIn)).toEqual([])
  })

  test('says on one screen what it is', () => {
    const page = join(project, folder, 'README.md')
    expect(existsSync(page), `${folder}/README.md is missing`).toBe(true)
    expect(withoutPictures(readFileSync(page, 'utf8')).split('\n').length).toBeLessThanOrEqual(ONE_SCREEN)
  })

  test('has a test of every handler: beside it, or one that imports it', () => {
    const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)
    const tests = files.filter(isTest).map((file) => readFileSync(join(project, file), 'utf8'))
    const handlers = files.filter((file) => file.includes('/handlers/') && !isTest(file))
    const isTested = (file: string): boolean =>
      files.includes(file.replace(/\.tsx?$/, '.test.ts')) || tests.some((text) => text.includes(`/${basename(file)}'`))
    expect(handlers.filter((file) => !isTested(file))).toEqual([])
  })
})

test('the lists that capabilities stand in have nothing left to fill in', () => {
  expect(['shared/actions.ts', 'test/permissions/circumstances.ts'].flatMap(leftIn)).toEqual([])
})
