import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { jpegOf, pdfOf, pngOf, protectedPdf, widthsIn } from '../../test/arranging.ts'
import { type Arranged, arrange } from './arrange.ts'

const done = async (asked: Promise<Arranged>) => {
  const arranged = await asked
  if (arranged.outcome === 'failed') throw new Error(`It failed: ${arranged.reason}`)
  return Promise.all(arranged.files.map(widthsIn))
}

test('P-06: each part has the pages that were named for it, in that order', async () => {
  const sources = [await pdfOf(101, 102, 103, 104, 105)]
  const parts = [[1, 2], [5, 3], [4]]
  expect(await done(arrange({ sources, parts, dropped: [] }))).toEqual([[101, 102], [105, 103], [104]])
})

test('P-06: a page named twice is there twice, also in one part', async () => {
  const sources = [await pdfOf(101, 102)]
  expect(await done(arrange({ sources, parts: [[1, 1, 2], [1]], dropped: [] }))).toEqual([[101, 101, 102], [101]])
})

test('P-06: merged, all pages of all documents follow each other', async () => {
  const sources = [await pdfOf(101, 102), await pdfOf(201), await pdfOf(301, 302)]
  expect(await done(arrange({ sources, parts: [null], dropped: [] }))).toEqual([[101, 102, 201, 301, 302]])
})

test('P-06: a picture becomes a page, upright or across, and turned as its camera says', async () => {
  const sources = [await pdfOf(101), pngOf(40, 60), jpegOf(60, 40), jpegOf(60, 40, 6)]
  const arranged = await arrange({ sources, parts: [null], dropped: [] })
  if (arranged.outcome === 'failed') throw new Error(arranged.reason)
  const pages = (await PDFDocument.load(arranged.files[0] as Uint8Array)).getPages()
  expect(pages.map((page) => [Math.round(page.getWidth()), page.getRotation().angle])).toEqual([
    [101, 0],
    [595, 0],
    [842, 0],
    [842, 90],
  ])
})

test('P-06: a page is in no part only where that was said', async () => {
  const sources = [await pdfOf(101, 102, 103, 104, 105)]
  const failed = { outcome: 'failed', reason: 'pages-missing' }
  expect(await arrange({ sources, parts: [[1, 2]], dropped: [4] })).toEqual({ ...failed, pages: '3,5' })
  expect(await done(arrange({ sources, parts: [[1, 2]], dropped: [3, 4, 5] }))).toEqual([[101, 102]])
})

test('P-06: pages that the document does not have are told', async () => {
  const asked = { sources: [await pdfOf(101, 102)], parts: [[1, 2, 7, 8]], dropped: [12] }
  expect(await arrange(asked)).toEqual({ outcome: 'failed', reason: 'page-out-of-range', pages: '7-8,12' })
})

const bomb = () => {
  const header = pngOf(1, 1)
  header.writeUInt32BE(60_000, 16)
  header.writeUInt32BE(60_000, 20)
  return header
}

test.each([
  ['of another kind', 'not-a-pdf', async () => Buffer.from('Une lettre.')],
  ['with nothing in it', 'not-a-pdf', async () => Buffer.alloc(0)],
  ['protected by a password', 'encrypted', protectedPdf],
  ['cut off', 'damaged', async () => (await pdfOf(101, 102)).subarray(0, 200)],
  ['of its first line alone', 'damaged', async () => Buffer.from('%PDF-1.7\n')],
  ['a picture that is cut off', 'damaged', async () => pngOf(40, 40).subarray(0, 60)],
  ['a picture that unfolds to gigabytes', 'too-large', async () => bomb()],
] as const)('B-12: a file %s is told as %s', async (_, reason, make) => {
  const asked = { sources: [await pdfOf(101), await make()], parts: [null], dropped: [] }
  expect(await arrange(asked)).toMatchObject({ outcome: 'failed', reason })
})

test('P-06: no more than 2,000 pages are arranged at once', async () => {
  const large = await pdfOf(...Array.from({ length: 1001 }, () => 100))
  const asked = { sources: [large, large], parts: [null], dropped: [] }
  expect(await arrange(asked)).toMatchObject({ outcome: 'failed', reason: 'too-large' })
})
