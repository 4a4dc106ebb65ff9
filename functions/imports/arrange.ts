/** Splits and merges pages. Runs apart from everything else (`run-apart.ts`): the files were made by anybody (B-12). */
import { degrees, EncryptedPDFError, PDFDocument, type PDFPage } from '@cantoo/pdf-lib'
import { quarterTurnsOf } from './jpeg-turn.ts'
import type { PageFailure } from './page-failures.ts'
import { asRanges, MOST_PAGES, missingPages } from './page-ranges.ts'

export type Arranging = {
  /** The files whose pages are taken, in their order. */
  readonly sources: readonly Uint8Array[]
  /** The pages of each part, counted from 1 through all sources; `null` for all of them. */
  readonly parts: readonly (readonly number[] | null)[]
  readonly dropped: readonly number[]
}

export type Arranged =
  | { readonly outcome: 'done'; readonly files: readonly Uint8Array[] }
  | { readonly outcome: 'failed'; readonly reason: PageFailure; readonly pages: string | null }

/** Of a picture, in pixels: a PNG is unfolded to be put into a PDF. */
const MOST_PIXELS = 50_000_000
/** An A4 page, in points: a picture is laid on one, upright or across. */
const A4 = [595.28, 841.89] as const

const failed = (reason: PageFailure, pages: readonly number[] = []): Arranged => ({
  outcome: 'failed',
  reason,
  pages: pages.length === 0 ? null : asRanges(pages),
})

/** Makes the files of all parts; whatever it stumbles over is an outcome, never an error. */
export const arrange = async ({ sources, parts, dropped }: Arranging): Promise<Arranged> => {
  try {
    const documents: PDFDocument[] = []
    for (const bytes of sources) {
      const opened = await open(bytes)
      if (typeof opened === 'string') return failed(opened)
      documents.push(opened)
    }
    const places = documents.flatMap((document) => document.getPageIndices().map((index) => ({ document, index })))
    const wanted = parts.map((pages) => pages ?? places.map((_, at) => at + 1))
    const named = [...wanted.flat(), ...dropped]
    if (places.length === 0) return failed('damaged')
    if (places.length > MOST_PAGES || wanted.flat().length > MOST_PAGES) return failed('too-large')
    const beyond = named.filter((page) => page > places.length)
    if (beyond.length > 0) return failed('page-out-of-range', beyond)
    const missing = missingPages(named, places.length)
    if (missing.length > 0) return failed('pages-missing', missing)

    const files: Uint8Array[] = []
    for (const pages of wanted) files.push(await putTogether(pages.map((page) => places[page - 1] as Place)))
    return { outcome: 'done', files }
  } catch {
    return failed('damaged')
  }
}

type Place = { readonly document: PDFDocument; readonly index: number }

/** One file of these pages. Pages that follow each other in one source are copied together: what they share stays one. */
const putTogether = async (pages: readonly Place[]): Promise<Uint8Array> => {
  const made = await PDFDocument.create()
  const copied = new Map<Place, PDFPage>()
  for (const [document, ofDocument] of Map.groupBy(pages, (place) => place.document)) {
    const places = [...new Set(ofDocument)]
    const copies = await made.copyPages(
      document,
      places.map(({ index }) => index),
    )
    for (const [at, place] of places.entries()) copied.set(place, copies[at] as PDFPage)
  }
  const laid = new Set<PDFPage>()
  for (const place of pages) {
    let page = copied.get(place) as PDFPage
    // Named twice, it is there twice: the same page object would be a tree with a loop.
    if (laid.has(page)) [page] = (await made.copyPages(place.document, [place.index])) as [PDFPage]
    laid.add(page)
    made.addPage(page)
  }
  return made.save()
}

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte)

/** A PDF, or a picture as a PDF of one page. */
const open = async (bytes: Uint8Array): Promise<PDFDocument | PageFailure> => {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return fromPicture(bytes, 'embedJpg', quarterTurnsOf(bytes))
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) {
    const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (header.getUint32(16) * header.getUint32(20) > MOST_PIXELS) return 'too-large'
    return fromPicture(bytes, 'embedPng', 0)
  }
  // The header may come after a little that is none: readers of PDF look for it in the first kilobyte.
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return 'not-a-pdf'
  try {
    // Strictly: what is read around a damage would be a document with less in it, told of nowhere.
    return await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
  } catch {
    return (await isProtected(bytes)) ? 'encrypted' : 'damaged'
  }
}

/** Whether a file that cannot be read strictly is one that a password protects: its objects make no sense without. */
const isProtected = (bytes: Uint8Array): Promise<boolean> =>
  PDFDocument.load(bytes, { updateMetadata: false }).then(
    () => false,
    (error: unknown) => error instanceof EncryptedPDFError,
  )

/** A picture on a page of its own, as large as it goes, turned as its camera says. */
const fromPicture = async (bytes: Uint8Array, kind: 'embedJpg' | 'embedPng', turns: number): Promise<PDFDocument> => {
  const document = await PDFDocument.create()
  const picture = await document[kind](bytes)
  const size = picture.width > picture.height ? [A4[1], A4[0]] : [...A4]
  const [width = 0, height = 0] = size
  const { width: w, height: h } = picture.scaleToFit(width, height)
  const page = document.addPage([width, height])
  page.drawImage(picture, { x: (width - w) / 2, y: (height - h) / 2, width: w, height: h })
  if (turns > 0) page.setRotation(degrees(90 * turns))
  // What is copied out of it is read from its objects: they are written before.
  await document.flush()
  return document
}
