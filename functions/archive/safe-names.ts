/** Names of files in an export: whatever people called theirs, these unpack everywhere and lead nowhere else (P-10). */
const LONGEST = 100
/** Names that Windows keeps for devices, whatever follows the first dot. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** One part of a path: no separators, no control or direction characters, nothing that a system reads otherwise. */
export const safeName = (name: string, otherwise: string): string => {
  const clean = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, '')
    .replaceAll(/[<>:"/\\|?*]/g, '_')
    .replace(/^[\s.]+/, '')
  const cut = shortened(clean).replace(/[\s.]+$/, '')
  const safe = cut === '' ? otherwise : cut
  return device.test(safe.split('.')[0] ?? '') ? `_${safe}` : safe
}

/** Not longer than names may be, with its ending where that is short. */
const shortened = (name: string): string => {
  const characters = Array.from(name)
  if (characters.length <= LONGEST) return name
  const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(name)?.[0] ?? ''
  return characters.slice(0, LONGEST - ending.length).join('') + ending
}

/** Makes paths differ, also where capitals and composed letters do not count: the second of the same gets a number. */
export const uniquePaths = (paths: readonly string[]): string[] => {
  const taken = new Set<string>()
  return paths.map((path) => {
    let unique = path
    for (let number = 2; taken.has(asCompared(unique)); number++) unique = numbered(path, number)
    taken.add(asCompared(unique))
    return unique
  })
}

const asCompared = (path: string): string => path.normalize('NFKC').toLowerCase().toUpperCase()

const numbered = (path: string, number: number): string => {
  const [, before = path, ending = ''] = /^(.*?[^/])(\.[^./]*)?$/su.exec(path) ?? []
  return `${before} (${number})${ending}`
}
