/** In bytes of UTF-8: a list goes on after a name, and what says so stays short. */
const LONGEST = 300

/**
 * A name as names are compared and looked for: without case, accents, and anything but letters and digits between single
 * spaces. What has none of these lies before all others.
 */
export const sortName = (name: string): string => {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return plain === '' ? ' ' : shortened(plain)
}

/** Cut between characters, never within one. */
const shortened = (text: string): string => {
  let length = 0
  let kept = ''
  for (const character of text) {
    length += Buffer.byteLength(character)
    if (length > LONGEST) break
    kept += character
  }
  return kept
}
