/** By how many quarters, clockwise, a camera says that its picture is to be turned: by the orientation in its EXIF data. */
export const quarterTurnsOf = (bytes: Uint8Array): number => {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  while (at + 4 <= data.byteLength && data.getUint8(at) === 0xff) {
    const [marker, length] = [data.getUint8(at + 1), data.getUint16(at + 2)]
    // Where the picture itself begins, nothing is said of it any more.
    if (marker === 0xda || length < 2) return 0
    if (marker === 0xe1 && at + 2 + length <= data.byteLength) {
      const turns = turnsIn(new DataView(data.buffer, data.byteOffset + at + 4, length - 2))
      if (turns !== undefined) return turns
    }
    at += 2 + length
  }
  return 0
}

/** `Exif`, in ASCII. */
const EXIF = 0x45786966
const ORIENTATION = 0x0112
const TURNS: Readonly<Record<number, number>> = { 3: 2, 6: 1, 8: 3 }

const turnsIn = (segment: DataView): number | undefined => {
  if (segment.byteLength < 14 || segment.getUint32(0) !== EXIF) return undefined
  const tiff = 6
  const isLittle = segment.getUint16(tiff) === 0x4949
  const first = tiff + segment.getUint32(tiff + 4, isLittle)
  if (first + 2 > segment.byteLength) return undefined
  const entries = segment.getUint16(first, isLittle)
  for (let entry = 0; entry < entries; entry++) {
    const at = first + 2 + entry * 12
    if (at + 12 > segment.byteLength) return undefined
    if (segment.getUint16(at, isLittle) === ORIENTATION) return TURNS[segment.getUint16(at + 8, isLittle)] ?? 0
  }
  return undefined
}
