/** PDFs and pictures made for tests, and what is in a PDF: each page is told by how wide it is. */
import { PDFDocument } from '@cantoo/pdf-lib'
import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'

/** A PDF with a page of each of these widths, in points. */
export const pdfOf = async (...widths: readonly number[]): Promise<Buffer> => {
  const made = await PDFDocument.create()
  for (const width of widths) made.addPage([width, 300]).drawText(`page ${width}`, { size: 12, x: 10, y: 100 })
  return Buffer.from(await made.save())
}

/** The widths of the pages of a PDF. */
export const widthsIn = async (bytes: Uint8Array): Promise<readonly number[]> =>
  (await PDFDocument.load(bytes)).getPages().map((page) => Math.round(page.getWidth()))

export const protectedPdf = async (): Promise<Buffer> => {
  const made = await PDFDocument.create()
  made.addPage()
  made.encrypt({ userPassword: 'un secret', ownerPassword: 'un autre' })
  return Buffer.from(await made.save())
}

const pixels = (width: number, height: number) => Buffer.alloc(width * height * 4, 0x80)

export const pngOf = (width: number, height: number): Buffer =>
  PNG.sync.write(Object.assign(new PNG({ width, height }), { data: pixels(width, height) }))

/** A JPEG whose camera says how it is to be turned, by the number that EXIF gives it. */
export const jpegOf = (width: number, height: number, orientation?: number): Buffer => {
  const plain = Buffer.from(jpeg.encode({ width, height, data: pixels(width, height) }, 80).data)
  if (orientation === undefined) return plain
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(0x0112, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  const head = Buffer.alloc(4)
  head.writeUInt16BE(0xffe1, 0)
  head.writeUInt16BE(2 + 6 + tiff.length, 2)
  return Buffer.concat([plain.subarray(0, 2), head, Buffer.from('Exif\0\0', 'latin1'), tiff, plain.subarray(2)])
}
