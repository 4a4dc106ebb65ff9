import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asRanges, isPages, missingPages, pagesOf } from './page-ranges.ts'

const page = fc.integer({ min: 1, max: 1500 })

test.each([
  ['1', [1]],
  ['1-3,5', [1, 2, 3, 5]],
  [' 2 - 3 , 1 ', [2, 3, 1]],
  ['7,7', [7, 7]],
])('P-06: %j names pages in the order in which they are written', (text, pages) => {
  expect(isPages(text)).toBe(true)
  expect(pagesOf(text)).toEqual(pages)
})

test.each([
  '',
  ',',
  '0',
  '1-',
  '-1',
  '3-1',
  '1,,2',
  '1;2',
  '1.5',
  'a',
  '1-2-3',
  '٣',
  '1e3',
  '1-99999',
  '999999',
  '1\n,0',
  '1,'.repeat(400),
])('P-06: %j names no pages, and is never read as some', (text) => {
  expect(isPages(text)).toBe(false)
  expect(() => pagesOf(text)).toThrow()
})

describe('P-06: pages as text', () => {
  test('whatever pages are written as ranges are read as the same pages', () => {
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 60 }), (pages) => {
        expect(pagesOf(asRanges(pages))).toEqual([...new Set(pages)].sort((a, b) => a - b))
      }),
    )
  })

  test('spans one after the other are read in their order, each from low to high', () => {
    const span = fc.tuple(page, fc.integer({ min: 0, max: 20 }))
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 20 }), (spans) => {
        const text = spans.map(([from, more]) => (more === 0 ? String(from) : `${from}-${from + more}`)).join(',')
        expect(pagesOf(text)).toEqual(
          spans.flatMap(([from, more]) => Array.from({ length: more + 1 }, (_, at) => from + at)),
        )
      }),
    )
  })

  test('any text at all is told to be pages or not, and never breaks', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d,\- ]{0,30}$/)), (text) => {
        if (!isPages(text)) return
        const pages = pagesOf(text)
        expect(pages.length).toBeGreaterThan(0)
        expect(pages.every((one) => Number.isSafeInteger(one) && one >= 1)).toBe(true)
      }),
    )
  })

  test('a page of a file is named or missing, never both and never neither', () => {
    fc.assert(
      fc.property(fc.array(page), fc.integer({ min: 0, max: 200 }), (named, count) => {
        const missing = missingPages(named, count)
        const known = named.filter((one) => one <= count)
        expect(new Set([...known, ...missing]).size).toBe(count)
        expect(missing.filter((one) => known.includes(one))).toEqual([])
      }),
    )
  })
})
