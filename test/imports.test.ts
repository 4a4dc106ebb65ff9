/** Who may import whom. Each direction is a function of the sources, so that a planted violation proves that it sees. */
import { describe, expect, test } from 'vitest'
import { type Import, importsOf, type Source, sources } from './source-files.ts'

type Direction = (import_: Import) => boolean

const inside = (folder: string, path: string): boolean => path.startsWith(`${folder}/`)
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || inside('test', path)
/** A client of a service; `util-dynamodb`, which reads a stream's records, is none. */
const isClient = (to: string): boolean => /^@(aws-sdk\/(?!util-)|smithy\/)/.test(to)
const capabilityOf = (path: string): string | undefined => /^functions\/([^/]+)\//.exec(path)?.[1]

/** What one capability may know of another: what it holds, how it is found, its words; never how it works. */
const OPEN_FILES = [
  'records.ts',
  'resource.ts',
  'dossiers-of.ts',
  'copy-into-space.ts',
  'routes.ts',
  'index.ts',
  'capability.ts',
  'rules.ts',
  'cases.ts',
]

const forbidden: readonly { readonly what: string; readonly is: Direction; readonly planted: Source }[] = [
  {
    what: 'shared imports nothing of functions, infra, scripts or tests',
    is: ({ from, to }) =>
      inside('shared', from) && !isTest(from) && ['functions', 'infra', 'scripts', 'test'].some((up) => inside(up, to)),
    planted: { path: 'shared/table/table.ts', text: "import { dossier } from '../../functions/dossiers/resource.ts'" },
  },
  {
    what: 'functions import nothing of infra, scripts or tests',
    is: ({ from, to }) =>
      inside('functions', from) && !isTest(from) && ['infra', 'scripts', 'test'].some((up) => inside(up, to)),
    planted: { path: 'functions/dossiers/index.ts', text: "export * from '../../infra/tenants.ts'" },
  },
  {
    what: 'only the ports and the table hold clients of services',
    is: ({ from, to, typeOnly }) =>
      (inside('functions', from) || inside('shared', from)) &&
      !isTest(from) &&
      !typeOnly &&
      isClient(to) &&
      !inside('shared/ports/aws', from) &&
      from !== 'shared/table/dynamo-table.ts',
    planted: {
      path: 'functions/dossiers/handlers/read-dossier.ts',
      text: "import { S3Client } from '@aws-sdk/client-s3'",
    },
  },
  {
    what: 'handlers reach the world by what they are given: no SDK, no port, no kernel but its types',
    is: ({ from, to, typeOnly }) =>
      /^functions\/[^/]+\/handlers\//.test(from) &&
      !isTest(from) &&
      (to.startsWith('@aws-sdk/') || inside('shared/ports/aws', to) || (inside('functions/kernel', to) && !typeOnly)),
    planted: { path: 'functions/dossiers/handlers/x.ts', text: "import { commit } from '../../kernel/commit.ts'" },
  },
  {
    what: 'rules are data: they import types alone',
    is: ({ from, typeOnly }) => /^functions\/[^/]+\/rules\.ts$/.test(from) && !typeOnly,
    planted: { path: 'functions/dossiers/rules.ts', text: "import { decide } from '../../shared/rules/decide.ts'" },
  },
  {
    what: 'expected cells know nothing of the rules',
    is: ({ from, to }) => /\/cases\.ts$/.test(from) && /\/rules\.ts$/.test(to),
    planted: { path: 'functions/dossiers/cases.ts', text: "import { rules } from './rules.ts'" },
  },
  {
    what: 'the kernel knows no capability but for the one list of rules',
    is: ({ from, to }) =>
      inside('functions/kernel', from) &&
      !isTest(from) &&
      inside('functions', to) &&
      !inside('functions/kernel', to) &&
      to !== 'functions/rules.ts',
    planted: { path: 'functions/kernel/line.ts', text: "import { Dossiers } from '../dossiers/records.ts'" },
  },
  {
    what: 'what CDK reads of a capability is data: no handler, no port to a service',
    is: ({ from, to, typeOnly }) =>
      /^functions\/[^/]+\/(capability|routes|records|resource|rules|workflow)\.ts$/.test(from) &&
      !typeOnly &&
      (to.includes('/handlers/') || inside('shared/ports/aws', to) || isClient(to)),
    planted: { path: 'functions/dossiers/routes.ts', text: "import { readDossier } from './handlers/read-dossier.ts'" },
  },
]

const all = sources().flatMap(importsOf)
const named = ({ from, to }: Import): string => `${from} imports ${to}`

describe.each(forbidden)('$what', ({ is, planted }) => {
  test('holds for every source', () => {
    expect(all.filter(is).map(named)).toEqual([])
  })

  test('a violation would be seen', () => {
    expect(importsOf(planted).filter(is)).toHaveLength(1)
  })
})

/** Circles of values (not of types) between files: each named by the files it goes through. */
const circlesIn = (imports: readonly Import[]): readonly string[] => {
  const next = Map.groupBy(
    imports.filter(({ typeOnly }) => !typeOnly),
    ({ from }) => from,
  )
  const circles: string[] = []
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (path.includes(file) || done.has(file)) return
    for (const { to } of next.get(file) ?? []) walk(to, [...path, file])
    done.add(file)
  }
  for (const file of next.keys()) walk(file, [])
  return circles
}

describe('no file imports itself in a circle', () => {
  test('holds for every source', () => {
    expect(circlesIn(all)).toEqual([])
  })

  test('a circle would be seen', () => {
    const planted = [
      { path: 'shared/a.ts', text: "import { b } from './b.ts'" },
      { path: 'shared/b.ts', text: "export { c } from './c.ts'" },
      { path: 'shared/c.ts', text: "import { a } from './a.ts'" },
    ].flatMap(importsOf)
    expect(circlesIn(planted)).toHaveLength(1)
  })
})

/** What one capability reaches into another for, beyond what is open. */
const inward = (imports: readonly Import[]): readonly Import[] =>
  imports.filter(({ from, to, typeOnly }) => {
    const [mine, theirs] = [capabilityOf(from), capabilityOf(to)]
    const apart = mine !== undefined && theirs !== undefined && mine !== theirs && theirs !== 'kernel'
    return apart && !typeOnly && !isTest(from) && !OPEN_FILES.some((file) => to === `functions/${theirs}/${file}`)
  })

describe('capabilities know each other by what each holds open', () => {
  test('no two of them reach into each other: what one borrows from another is borrowed in one direction', () => {
    const borrowed = inward(all).map(({ from, to }) => [capabilityOf(from), capabilityOf(to)] as const)
    const both = borrowed.filter(([mine, theirs]) =>
      borrowed.some(([other, same]) => other === theirs && same === mine),
    )
    expect(both).toEqual([])
  })

  test('nobody reaches into handlers of another', () => {
    expect(
      inward(all)
        .filter(({ to }) => to.includes('/handlers/'))
        .map(named),
    ).toEqual([])
  })

  test('a violation would be seen', () => {
    const planted = {
      path: 'functions/members/index.ts',
      text: "import { x } from '../dossiers/handlers/read-dossier.ts'",
    }
    expect(inward(importsOf(planted))).toHaveLength(1)
  })
})

test('every way to import is seen', () => {
  const text = [
    "import a from './a.ts'",
    "import type { B } from './b.ts'",
    "import {\n  c,\n  type C,\n} from './c.ts'",
    "export * from './d.ts'",
    "export { e } from './e.ts'",
    "import './f.ts'",
    "const g = await import('./g.ts')",
    "import { h } from 'vitest'",
  ].join('\n')
  expect(importsOf({ path: 'shared/x.ts', text }).map(({ to, typeOnly }) => [to, typeOnly])).toEqual([
    ['shared/a.ts', false],
    ['shared/b.ts', true],
    ['shared/c.ts', false],
    ['shared/d.ts', false],
    ['shared/e.ts', false],
    ['shared/f.ts', false],
    ['shared/g.ts', false],
    ['vitest', false],
  ])
})
