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

/** The header of a PNG is its first chunk, at a fixed place. */
const ofPng: SizeOf = (bytes) => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) })

const kinds: Readonly<Record<string, { readonly sizeOf: SizeOf; readonly reader: 'readPng' | 'readJpeg' }>> = {
  'image/png': { sizeOf: ofPng, reader: 'readPng' },
  'image/jpeg': { sizeOf: ofJpeg, reader: 'readJpeg' },
}

/** Whether pictures of this type are read here. */
export const isPicture = (type: string): boolean => type in kinds

/** Makes the small picture, as JPEG on white; whatever is no picture after all has none. */
export const makeThumbnail = async (type: string, bytes: Uint8Array): Promise<Thumbnail> => {
  const kind = kinds[type]
  if (kind === undefined) return { outcome: 'none' }
  try {
    const picture = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const size = kind.sizeOf(picture)
    if (size === undefined || size.width * size.height > MOST_PIXELS) return { outcome: 'none' }
    const shrinker = await import('./shrink-picture.ts')
    return { outcome: 'done', ...shrinker.shrinkPicture(shrinker[kind.reader](picture), LONGEST_SIDE) }
  } catch {
    return { outcome: 'none' }
  }
}
