import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { hashSources } from './hash-sources.ts'

function projectWith(files: Record<string, string>): string {
  const project = mkdtempSync(join(tmpdir(), 'project-'))
  onTestFinished(() => rmSync(project, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true })
    writeFileSync(join(project, path), content)
  }
  return project
}

const files = {
  'functions/a/index.ts': 'one',
  'shared/b.ts': 'two',
  'infra/app.ts': 'three',
  'package-lock.json': '{}',
}
const before = () => hashSources(projectWith(files), 'local')

test.each([
  ['a changed function', { ...files, 'functions/a/index.ts': 'other' }],
  ['a new file', { ...files, 'shared/c.ts': '' }],
  [
    'a moved file',
    { 'functions/a/main.ts': 'one', 'shared/b.ts': 'two', 'infra/app.ts': 'three', 'package-lock.json': '{}' },
  ],
  ['another package version', { ...files, 'package-lock.json': '{"a":1}' }],
])('%s is deployed', (_what, changed) => {
  expect(hashSources(projectWith(changed), 'local')).not.toBe(before())
})

test.each([
  ['a test', { ...files, 'functions/a/index.test.ts': 'expect' }],
  ['a page of documentation', { ...files, 'functions/a/README.md': '#' }],
  ['the local tooling', { ...files, 'infra/local/ports.ts': '//' }],
])('%s is not worth a deploy', (_what, changed) => {
  expect(hashSources(projectWith(changed), 'local')).toBe(before())
})

test('another address is deployed', () => {
  expect(hashSources(projectWith(files), 'other')).not.toBe(before())
})
