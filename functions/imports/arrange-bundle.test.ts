import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleOptions } from '../../infra/constructs/bundle.ts'
import { jpegOf, pdfOf, pngOf, widthsIn } from '../../test/arranging.ts'
import { runApart } from '../documents/run-apart.ts'
import type { Arranged } from './arrange.ts'

let folder: string
let program: URL

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greffe-arrange-'))
  const outfile = join(folder, 'index.mjs')
  await build({ ...bundleOptions, entryPoints: ['functions/imports/arrange-pages.ts'], outfile })
  program = pathToFileURL(outfile)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const apart = async (sources: readonly Uint8Array[], seconds = 60) =>
  runApart<Arranged>(program, { sources, parts: [null], dropped: [] }, { seconds, megabytes: 500 })

test('P-06: bundled as it is deployed, and in a thread of its own, it merges PDFs and pictures', async () => {
  const arranged = await apart([await pdfOf(101, 102), pngOf(30, 40), jpegOf(30, 40, 8)])
  if (!('result' in arranged) || arranged.result.outcome !== 'done') throw new Error(JSON.stringify(arranged))
  expect(await widthsIn(arranged.result.files[0] as Uint8Array)).toEqual([101, 102, 595, 595])
})

test('B-12: bundled, a file that is none is an outcome, and one that takes too long is ended', async () => {
  expect(await apart([Buffer.from('Une lettre.')])).toMatchObject({ result: { reason: 'not-a-pdf' } })
  expect(await apart([await pdfOf(101)], 0)).toEqual({ broke: 'too-slow' })
})
