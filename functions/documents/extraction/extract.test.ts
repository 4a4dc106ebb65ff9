// What is read here is read by the function as it is deployed, bundled: some readers import but fail once they are.
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleOptions } from '../../../infra/constructs/bundle.ts'
import { detectType } from '../file-types.ts'
import { extract } from './extract.ts'
import { extractApart } from './extract-apart.ts'
import { docxOf, html, pdfOf, pptx, xlsx } from './sample-files.ts'
import { unzipWithin } from './unzip-within.ts'

const folder = mkdtempSync(join(tmpdir(), 'greffe-extract-'))
const program = pathToFileURL(join(folder, 'index.mjs'))

beforeAll(async () => {
  const entryPoints = ['functions/documents/extract-text.ts']
  await build({ ...bundleOptions, entryPoints, outfile: join(folder, 'index.mjs') })
}, 60_000)
afterAll(() => rm(folder, { recursive: true }))

/** As the function does it: by what the bytes are, in a thread of the bundle. */
const read = async (bytes: Uint8Array) => extractApart(program, await detectType(bytes), bytes)

describe('the bundle reads the text of', () => {
  test('a PDF, page by page', async () => {
    expect(await read(pdfOf(['Facture acquittee', 'Page deux']))).toEqual({
      outcome: 'done',
      text: 'Facture acquittee\n\nPage deux',
      pages: 2,
    })
  })

  test('a DOCX', async () => {
    expect(await read(docxOf('Bail d’habitation', 'Loyer &amp; charges'))).toEqual({
      outcome: 'done',
      text: 'Bail d’habitation\n\nLoyer & charges',
      pages: null,
    })
  })

  test('an XLSX, sheet by sheet in their order, a row a line', async () => {
    expect(await read(xlsx())).toEqual({
      outcome: 'done',
      text: 'Écritures\nLoyer\t1250.5\nHonoraires & frais\tLoyer\n\nTiers\nAtelier Verrières',
      pages: 2,
    })
  })

  test('a PPTX, slide by slide in their order, each with its notes', async () => {
    const found = await read(pptx())
    expect(found).toMatchObject({ outcome: 'done', pages: 11 })
    expect('text' in found && found.text.split('\n\n').slice(0, 3)).toEqual(['Page 1', 'À dire', 'Page 2'])
    expect('text' in found && found.text.endsWith('Page 10\n\nPage 11')).toBe(true)
  })

  test('a page of HTML: what a reader sees of it, and nothing that would run', async () => {
    expect(await read(Buffer.from(html))).toEqual({
      outcome: 'done',
      text: 'Bail & avenant\nBail\nLoyer mensuel : 1 250 €\nMars\tpayé',
      pages: null,
    })
  })

  test('plain text, with one way to end a line', async () => {
    expect(await read(Buffer.from('\ufeffRelevé\r\nMars\rAvril'))).toEqual({
      outcome: 'done',
      text: 'Relevé\nMars\nAvril',
      pages: null,
    })
  })
})

describe('B-12: what cannot be read is an outcome, and never stops the others', () => {
  test.each([
    ['a picture', 'image/png', Buffer.from('\x89PNG')],
    ['a page without any text', 'application/pdf', pdfOf([''])],
    ['spaces', 'text/plain', Buffer.from(' \n\t ')],
  ])('%s has no text', async (_, type, bytes) => {
    expect(await extract(type, bytes)).toEqual({ outcome: 'none' })
  })

  test.each([
    'application/pdf',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ])('bytes that are no %s are unreadable', async (type) => {
    expect(await extract(type, Buffer.from('not at all'))).toEqual({ outcome: 'failed', reason: 'unreadable' })
  })

  test('a truncated file is unreadable, or gives the text that is left of it', async () => {
    const whole = docxOf('Bail')
    for (const cut of [1, 20, 200]) {
      const found = await extract(await detectType(docxOf('Bail')), whole.subarray(0, whole.length - cut))
      expect(['unreadable', undefined]).toContain('reason' in found ? found.reason : undefined)
    }
  })

  test('a PDF behind a password says so', async () => {
    const key = '<'.padEnd(65, '0')
    const security = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O ${key}>/U ${key}>>>/ID[<00><00>]`
    expect(await extract('application/pdf', pdfOf(['secret'], security))).toEqual({
      outcome: 'failed',
      reason: 'protected',
    })
  })

  test('an archive that unfolds to more than the limit is too large, and nothing of it is unfolded', () => {
    const bomb = zipSync({ 'word/a.xml': Buffer.alloc(600_000), 'word/b.xml': Buffer.alloc(600_000) })
    expect(bomb.length).toBeLessThan(10_000)
    expect(() => unzipWithin(bomb, () => true, 1_000_000)).toThrow('too-large')
    expect(Object.keys(unzipWithin(bomb, (name) => name === 'word/a.xml', 1_000_000))).toEqual(['word/a.xml'])
  })

  test('an archive that says it unfolds to less than it does gets no more room than it said', () => {
    const bomb = Buffer.from(zipSync({ 'a.xml': Buffer.alloc(600_000) }))
    const directory = bomb.lastIndexOf('PK\u0001\u0002', undefined, 'latin1')
    bomb.writeUInt32LE(10, directory + 24)
    expect(unzipWithin(bomb, () => true, 1000)['a.xml']?.length).toBe(10)
  })

  const doing = (work: string) => new URL(`data:text/javascript,${encodeURIComponent(work)}`)
  const apart = (work: string, bounds: { seconds: number; megabytes: number }) =>
    extractApart(doing(work), 'text/plain', Buffer.from('x'), bounds)

  test('what takes too long is ended', async () => {
    const found = await apart('while (true) {}', { seconds: 0.2, megabytes: 64 })
    expect(found).toEqual({ outcome: 'failed', reason: 'too-slow' })
  })

  test('what takes too much memory is ended', async () => {
    const found = await apart('const all = []; while (true) all.push(Array(1e5).fill({}))', {
      seconds: 30,
      megabytes: 32,
    })
    expect(found).toEqual({ outcome: 'failed', reason: 'too-large' })
  })

  test('what breaks its thread is unreadable', async () => {
    for (const work of ['throw new Error()', 'process.exit(0)'])
      expect(await apart(work, { seconds: 30, megabytes: 64 })).toEqual({ outcome: 'failed', reason: 'unreadable' })
  })

  test('the thread has nothing of the function’s environment', async () => {
    process.env.AWS_SESSION_TOKEN = 'secret'
    const tell = 'import { parentPort } from "node:worker_threads"; parentPort.postMessage(Object.keys(process.env))'
    expect(await apart(tell, { seconds: 30, megabytes: 64 })).toEqual([])
    delete process.env.AWS_SESSION_TOKEN
  })
})
