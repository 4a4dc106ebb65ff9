import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'

/** Pixels as red, green, blue and how opaque, a byte each. */
type Pixels = { readonly data: Uint8Array; readonly width: number; readonly height: number }

const JPEG_QUALITY = 80
const MOST_MEGABYTES = 1000

export const readPng = (bytes: Buffer): Pixels => PNG.sync.read(bytes)
export const readJpeg = (bytes: Buffer): Pixels =>
  jpeg.decode(bytes, { useTArray: true, formatAsRGBA: true, maxMemoryUsageInMB: MOST_MEGABYTES })

/** A picture as JPEG on white, with no side longer than this: each pixel is the mean of those that it stands for. */
export const shrinkPicture = ({ data, width, height }: Pixels, longestSide: number) => {
  const scale = Math.min(1, longestSide / Math.max(width, height))
  const small = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
  const out = Buffer.alloc(small.width * small.height * 4, 0xff)
  for (let y = 0; y < small.height; y++) {
    const [top, bottom] = spanOf(y, height / small.height, height)
    for (let x = 0; x < small.width; x++) {
      const [left, right] = spanOf(x, width / small.width, width)
      const sum = [0, 0, 0]
      for (let row = top; row < bottom; row++)
        for (let column = left; column < right; column++) {
          const at = (row * width + column) * 4
          const opaque = (data[at + 3] ?? 255) / 255
          for (let colour = 0; colour < 3; colour++)
            sum[colour] = (sum[colour] ?? 0) + (data[at + colour] ?? 0) * opaque + 255 * (1 - opaque)
        }
      const count = (bottom - top) * (right - left)
      for (let colour = 0; colour < 3; colour++)
        out[(y * small.width + x) * 4 + colour] = Math.round((sum[colour] ?? 0) / count)
    }
  }
  return { ...small, bytes: new Uint8Array(jpeg.encode({ ...small, data: out }, JPEG_QUALITY).data) }
}

/** Which of so many lines the line at hand stands for; at least one. */
const spanOf = (at: number, step: number, most: number): readonly [from: number, to: number] => {
  const from = Math.min(Math.floor(at * step), most - 1)
  return [from, Math.max(from + 1, Math.min(Math.floor((at + 1) * step), most))]
}
