const LONGEST_BYTES = 255

/** What a part of a document is called, unless it is said: `contrat.pdf` gives `contrat (2).pdf`. */
export const partName = (name: string, number: number): string => {
  const plain = name.replace(/\.pdf$/i, '')
  return `${cutTo(plain, LONGEST_BYTES - ` (${number}).pdf`.length)} (${number}).pdf`
}

/** As much of a text as goes into so many bytes of UTF-8, in whole characters. */
export const cutTo = (text: string, bytes: number): string => {
  let cut = ''
  let length = 0
  for (const character of text) {
    length += Buffer.byteLength(character)
    if (length > bytes) return cut
    cut += character
  }
  return cut
}
