// Made by the function as it is deployed, bundled: some libraries import but fail once they are.
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleOptions } from '../../infra/constructs/bundle.ts'
import { create, perhaps } from '../../shared/table/table.ts'
import { ask, granted, holding, newId } from '../../test/ask.ts'
import { memoryStore } from '../../test/memory-store.ts'
import { documentAt, dossier, upload } from '../../test/one-dossier.ts'
import { NOW, personOf } from '../../test/world.ts'
import { jobTools } from '../kernel/job.ts'
import type { World } from '../kernel/line.ts'
import { readThumbnail } from './handlers/read-thumbnail.ts'
import { keepThumbnail } from './keep-thumbnail.ts'
import {
  type DocumentThumbnail,
  DocumentThumbnails,
  type DocumentVersion,
  DocumentVersions,
  thumbnailKey,
} from './records.ts'
import { runApart } from './run-apart.ts'
import { bounds, makeThumbnail, type Thumbnail } from './thumbnail.ts'

const folder = mkdtempSync(join(tmpdir(), 'greffe-thumbnail-'))
const program = pathToFileURL(join(folder, 'index.mjs'))

beforeAll(async () => {
  const entryPoints = ['functions/documents/make-thumbnail.ts']
  await build({ ...bundleOptions, entryPoints, outfile: join(folder, 'index.mjs') })
}, 60_000)
afterAll(() => rm(folder, { recursive: true }))

/** Blue on the left, and nothing at all on the right where the format knows of nothing. */
const picture = (type: 'image/png' | 'image/jpeg', width: number, height: number): Buffer => {
  const png = new PNG({ width, height })
  for (let at = 0; at < width * height; at++) {
    const left = at % width < width / 2
    png.data.set(left ? [51, 102, 255, 255] : [0, 0, 0, 0], at * 4)
  }
  return type === 'image/png'
    ? PNG.sync.write(png)
    : Buffer.from(jpeg.encode({ width, height, data: png.data }, 90).data)
}

const made = async (type: string, bytes: Uint8Array): Promise<Thumbnail> => {
  const done = await runApart<Thumbnail>(program, { type, bytes }, bounds)
  if (!('result' in done)) throw new Error(done.broke)
  return done.result
}

describe('the bundle makes a small picture of', () => {
  test.each(['image/png', 'image/jpeg'] as const)(
    '%s',
    async (type) => {
      const small = await made(type, picture(type, 400, 200))
      if (small.outcome !== 'done') throw new Error('There is none.')
      expect([small.width, small.height]).toEqual([320, 160])
      const { data } = jpeg.decode(small.bytes)
      const pixel = (at: number) => [...data.subarray(at * 4, at * 4 + 3)].map((colour) => Math.round(colour / 16))
      expect(pixel(10)).toEqual([3, 6, 16])
      expect(pixel(310)).toEqual(type === 'image/png' ? [16, 16, 16] : [0, 0, 0])
    },
    30_000,
  )
})

test('a picture that is small already keeps its size', async () => {
  expect(await makeThumbnail('image/png', picture('image/png', 40, 30))).toMatchObject({ width: 40, height: 30 })
})

test('B-12: a picture that says it is enormous is not unfolded; what is no picture has none', async () => {
  const bomb = picture('image/png', 10, 10)
  bomb.writeUInt32BE(60_000, 16)
  bomb.writeUInt32BE(60_000, 20)
  const none = { outcome: 'none' }
  expect(await makeThumbnail('image/png', bomb)).toEqual(none)
  for (const type of ['image/png', 'image/jpeg', 'image/gif', 'image/svg+xml'])
    for (const bytes of [Buffer.from('x'), Buffer.alloc(64, 0xff), Buffer.from('<svg onload="x"/>'.repeat(9))])
      expect(await makeThumbnail(type, bytes)).toEqual(none)
})

const document = documentAt(1, 'owner')
const { dossierId, documentId, versionId } = document.version

const world = (changes: Partial<DocumentVersion> = {}) => {
  const store = memoryStore()
  const version = {
    ...document.version,
    storedVersionId: upload(store, document),
    detectedType: 'image/png',
    ...changes,
  }
  const table = holding(create(DocumentVersions, version))
  let times = 0
  const told = () => {
    const tools = { table, files: store.files, clock: () => NOW, newId } as unknown as World
    return keepThumbnail({ dossierId, documentId, versionId }, jobTools(tools, 'job', 'event'), async () => {
      times++
      return { outcome: 'done', bytes: Buffer.from('small'), width: 3, height: 2 }
    })
  }
  const kept = async () =>
    (await table.load({ kept: perhaps(DocumentThumbnails, { documentId, versionId }) })).kept as
      | DocumentThumbnail
      | undefined
  const asked = async () => {
    const things = { document: { ...document.document, version: 1 }, dossier, files: store.files }
    return (await granted(ask(readThumbnail, { as: personOf('owner'), table, things }))).view
  }
  return { store, told, kept, asked, times: () => times }
}

test('told twice, a small picture is made once, kept, and can be fetched', async () => {
  const it = world()
  expect(await it.asked()).toMatchObject({ state: 'waiting', download: null })
  await it.told()
  await it.told()
  expect(it.times()).toBe(1)
  expect(it.store.bytesOf({ bucket: 'documents', key: thumbnailKey(document.version) })?.toString()).toBe('small')
  expect(await it.asked()).toMatchObject({
    state: 'done',
    width: 3,
    download: { name: 'facture-1.pdf.jpg', length: 5 },
  })
})

test.each([
  ['is no picture', { detectedType: 'application/pdf' }],
  ['is too large', { length: bounds.bytes + 1 }],
])('a file that %s has none, and is not fetched', async (_, changes) => {
  const it = world(changes)
  await it.told()
  expect([it.times(), (await it.kept())?.state, (await it.asked()).state]).toEqual([0, 'none', 'none'])
})

test('of what has not come, none is made', async () => {
  const it = world({ state: 'differs' })
  await it.told()
  expect(await it.kept()).toBeUndefined()
})
