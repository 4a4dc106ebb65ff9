import { expect, test } from 'vitest'
import { dark, light } from './colours.ts'

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: string, other: string): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

test('black on white measures 21 to 1, so the measure is the one that WCAG means', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5)
})

test.each([
  ['light', light],
  ['dark', dark],
])('B-16: text in the %s palette has the contrast of WCAG 2.2 AA', (_, palette) => {
  expect(contrast(palette.text, palette.sheet)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(palette.muted, palette.sheet)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(palette.link, palette.sheet)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(palette.buttonText, palette.button)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(palette.button, palette.sheet)).toBeGreaterThanOrEqual(3)
})
