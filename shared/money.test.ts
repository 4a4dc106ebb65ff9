import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalOf, digitsOf } from './money.ts'

test('P-06: a currency has as many digits as ISO 4217 gives it', () => {
  expect(['EUR', 'JPY', 'KWD'].map(digitsOf)).toEqual([2, 0, 3])
})

test.each([
  [1205, 2, '12.05'],
  [5, 2, '0.05'],
  [-5, 2, '-0.05'],
  [0, 2, '0.00'],
  [-1_200_000, 2, '-12000.00'],
  [1205, 0, '1205'],
  [1205, 3, '1.205'],
])('P-06: %d minor units with %d digits are %s', (minor, digits, decimal) => {
  expect(decimalOf(minor, digits)).toBe(decimal)
})

test('P-06: every amount comes back as it was, whatever its currency', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 4 }), (minor, digits) => {
      expect(BigInt(decimalOf(minor, digits).replace('.', ''))).toBe(BigInt(minor))
    }),
  )
})
