// Sizes count because every cold start reads and compiles all of a bundle.
import { build, type Metafile } from 'esbuild'
import { beforeAll, describe, expect, test } from 'vitest'
import { functions } from '../../bench/functions.ts'
import { bundleOptions, entriesOf } from '../../infra/constructs/bundle.ts'
import type { JobUses } from '../../shared/contract/capability.ts'

/** In bytes, minified: what a function with the table may have, and how much more for each port that it uses. */
const TABLE_ONLY = 440_000
/** All rules of the organisation with their sentences in two languages, the engine, and what requests need. */
const DECIDES = 220_000
const PORTS = { files: 170_000, directory: 35_000, queues: 45_000, workflows: 35_000 }
/** What some functions carry besides: what tells a file's type, what reads texts, what reads pictures. */
const FILE_TYPES = 100_000
const besides: Readonly<Record<string, number>> = {
  documents: FILE_TYPES,
  'check-upload': FILE_TYPES,
  imports: FILE_TYPES,
  // What takes mails apart; and what splits and merges PDFs.
  'read-mail': FILE_TYPES + 90_000,
  'arrange-pages': 620_000,
  'collaborative-spaces': FILE_TYPES,
  // The pages behind every kind of link, in two languages.
  pages: 50_000,
  'extract-text': 2_050_000,
  'make-thumbnail': 60_000,
  // What finds: places, words, and the walk over them.
  archive: 15_000,
  // The forms of VAT numbers, country by country, and of IBANs.
  processing: 110_000,
  // What tells a report's type, and what makes tables and charts: each compiled when the first is made.
  figures: FILE_TYPES + 135_000,
  // Who may read what they are told of: the rules of portals, and what decides by them.
  'fill-feed': 20_000,
  // The forms of IBANs, and what writes the file for the bank.
  payments: 50_000,
}
/** With React and the templates of all mails. */
const MAIL = 1_220_000

/**
 * Answers about rights look at things of every capability; so does a save that quotes its simulation, which alone runs
 * that part: it is read with the rest, and compiled when it is asked for.
 */
const ABOUT_EVERYTHING = 195_000
/** The API's functions decide, and so do jobs that act for somebody. */
const decides = ['send-batches', 'export-archive', 'read-mail', ...functions.api.map(({ name }) => name)]
/** Markdown and what sanitises its HTML: compiled when the first text is shown. */
const RENDERS_MARKDOWN = 340_000
const rendersMarkdown = ['notes', 'collaborative-spaces']
const looksAtEverything = ['questions', 'dossiers', 'members', 'clients', 'client-users', 'sharing']

const ofUses = ({ documents, archive, directory, queues, workflows, mail }: JobUses): number =>
  mail === true
    ? MAIL
    : TABLE_ONLY +
      (documents || archive ? PORTS.files : 0) +
      (directory ? PORTS.directory : 0) +
      (queues ? PORTS.queues : 0) +
      (workflows ? PORTS.workflows : 0)

const budgetOf = ({ name, uses }: { readonly name: string; readonly uses: JobUses }): number =>
  ofUses(uses) +
  (decides.includes(name) ? DECIDES : 0) +
  (rendersMarkdown.includes(name) ? RENDERS_MARKDOWN : 0) +
  (looksAtEverything.includes(name) ? ABOUT_EVERYTHING : 0) +
  (besides[name] ?? 0)

/** Packages that only some functions may carry, with what a function must say it uses to have them. */
const only: Readonly<Record<string, (uses: JobUses) => unknown>> = {
  '@aws-sdk/client-s3': ({ documents, archive }) => documents ?? archive,
  '@aws-sdk/client-cognito-identity-provider': ({ directory }) => directory,
  '@aws-sdk/client-sqs': ({ queues }) => queues,
  '@aws-sdk/client-sfn': ({ workflows }) => workflows,
  '@aws-sdk/client-sesv2': ({ mail }) => mail,
  react: ({ mail }) => mail,
  // `zod/mini` is enough: the other one costs every start 20 ms.
  'zod/v4/classic': () => false,
}

/** Packages that only these functions may carry: they look into people's files. */
const onlyIn: Readonly<Record<string, readonly string[]>> = {
  'file-type': ['documents', 'figures', 'check-upload', 'collaborative-spaces', 'imports', 'read-mail'],
  'postal-mime': ['read-mail'],
  '@cantoo/pdf-lib': ['arrange-pages'],
  unpdf: ['extract-text'],
  mammoth: ['extract-text'],
  'jpeg-js': ['make-thumbnail'],
  yazl: ['export-archive'],
  yauzl: ['export-archive'],
  stdnum: ['processing'],
  'csv-stringify': ['figures'],
  'write-excel-file': ['figures'],
  'd3-scale': ['figures'],
  'fast-xml-builder': ['payments'],
}

let outputs: Metafile['outputs']
const outputOf = (name: string): Metafile['outputs'][string] => {
  const found = Object.entries(outputs).find(([path]) => path.endsWith(`/${name}.js`))?.[1]
  if (found === undefined) throw new Error(`There is no bundle of ${name}.`)
  return found
}

beforeAll(async () => {
  const entryPoints = Object.entries(entriesOf(functions)).map(([out, file]) => ({ in: file, out }))
  const { metafile } = await build({ ...bundleOptions, entryPoints, outdir: '/bundles', write: false, metafile: true })
  outputs = metafile.outputs
}, 60_000)

describe.each([...functions.api, ...functions.jobs])('$name', ({ name, uses }) => {
  test(`is at most ${budgetOf({ name, uses }) / 1000} KB`, () => {
    expect(outputOf(name).bytes).toBeLessThanOrEqual(budgetOf({ name, uses }))
  })

  test('carries only what it says it uses', () => {
    // What esbuild looked at and left out adds no bytes.
    const inputs = Object.entries(outputOf(name).inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    const surplus = [
      ...Object.entries(only).filter(([, mayCarry]) => !mayCarry(uses)),
      ...Object.entries(onlyIn).filter(([, names]) => !names.includes(name)),
    ].flatMap(([carried]) => (inputs.some(([path]) => path.includes(`node_modules/${carried}/`)) ? [carried] : []))
    expect(surplus).toEqual([])
  })
})
