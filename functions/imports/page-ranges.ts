/** Pages as people write them: `1-3,5`. Numbers count from 1; the order is the one in which they are written. */

/** As long as anybody writes them, and as many as are arranged at once. */
export const LONGEST_RANGES = 500
export const MOST_PAGES = 2000

type Span = readonly [from: number, to: number]

const FORM = /^\d{1,5}(?:-\d{1,5})?(?:,\d{1,5}(?:-\d{1,5})?)*$/

/** The spans of a text, as they are written; `undefined` where it is none, e.g. counts down or from 0. */
const spansOf = (text: string): readonly Span[] | undefined => {
  const plain = text.replaceAll(/\s/g, '')
  if (text.length > LONGEST_RANGES || !FORM.test(plain)) return undefined
  const spans = plain.split(',').map((one): Span => {
    const [from = 0, to = from] = one.split('-').map(Number)
    return [from, to]
  })
  return spans.every(([from, to]) => from >= 1 && from <= to) ? spans : undefined
}

/** Whether a text names pages, and not more than can be arranged at once. */
export const isPages = (text: string): boolean => {
  const spans = spansOf(text)
  return spans !== undefined && spans.reduce((sum, [from, to]) => sum + to - from + 1, 0) <= MOST_PAGES
}

/** The pages that a text names, in its order. Throws where `isPages` would say no: it was asked when it was written. */
export const pagesOf = (text: string): readonly number[] => {
  const spans = isPages(text) ? spansOf(text) : undefined
  if (spans === undefined) throw new Error(`These are no pages: ${text}`)
  return spans.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at))
}

/** Pages as a text, in rising order: what `pagesOf` reads as the same pages. */
export const asRanges = (pages: readonly number[]): string => {
  const spans: [number, number][] = []
  for (const page of [...new Set(pages)].sort((a, b) => a - b)) {
    const last = spans.at(-1)
    if (last !== undefined && last[1] + 1 === page) last[1] = page
    else spans.push([page, page])
  }
  return spans.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',')
}

/** The pages of a file that are named nowhere. */
export const missingPages = (named: readonly number[], count: number): readonly number[] => {
  const known = new Set(named)
  return Array.from({ length: count }, (_, at) => at + 1).filter((page) => !known.has(page))
}
