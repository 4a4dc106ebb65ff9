/** A small picture of a picture. Its bytes were made by anybody: how large it says it is comes before it is unfolded. */
export type Thumbnail =
  | { readonly outcome: 'done'; readonly bytes: Uint8Array; readonly width: number; readonly height: number }
  | { readonly outcome: 'none' }

const LONGEST_SIDE = 320
/** Of the picture, in pixels: each takes four bytes and more once it is unfolded. */
const MOST_PIXELS = 50_000_000

export const bounds = { bytes: 50_000_000, seconds: 30, megabytes: 1200 } as const

type Size = { readonly width: number; readonly height: number }
type SizeOf = (bytes: Buffer) => Size | undefined

/** The frame header of a JPEG: after segments that each say their length. */
const ofJpeg: SizeOf = (bytes) => {
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}

const sizes: Readonly<Record<string, SizeOf>> = {
  'image/png': (bytes) => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }),
  'image/gif': (bytes) => ({ width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }),
  'image/bmp': (bytes) => ({ width: bytes.readInt32LE(18), height: Math.abs(bytes.readInt32LE(22)) }),
  'image/jpeg': ofJpeg,
}

/** Whether pictures of this type are read here. */
export const isPicture = (type: string): boolean => type in sizes

/** Makes the small picture, as JPEG on white; whatever is no picture after all has none. */
export const makeThumbnail = async (type: string, bytes: Uint8Array): Promise<Thumbnail> => {
  try {
    const picture = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const size = sizes[type]?.(picture)
    if (size === undefined || !(size.width > 0) || !(size.height > 0)) return { outcome: 'none' }
    if (size.width * size.height > MOST_PIXELS) return { outcome: 'none' }
    const { Jimp } = await import('jimp')
    const read = await Jimp.read(picture)
    if (read.width > LONGEST_SIDE || read.height > LONGEST_SIDE) read.scaleToFit({ w: LONGEST_SIDE, h: LONGEST_SIDE })
    const { width, height } = read
    const white = new Jimp({ width, height, color: 0xffffffff }).composite(read)
    return {
      outcome: 'done',
      bytes: new Uint8Array(await white.getBuffer('image/jpeg', { quality: 80 })),
      width,
      height,
    }
  } catch {
    return { outcome: 'none' }
  }
}
