import { expect, test } from 'vitest'
import { amountInWords } from './amount-in-words.ts'

test('P-06: an amount is read in its currency, with the decimals that it has', () => {
  expect(amountInWords({ minor: 123_450, currency: 'EUR' }, 'en')).toBe('€1,234.50')
  expect(amountInWords({ minor: 123_450, currency: 'EUR' }, 'fr').replace(/\s/g, ' ')).toBe('1 234,50 €')
  expect(amountInWords({ minor: 1234, currency: 'JPY' }, 'en')).toBe('JP¥1,234')
  expect(amountInWords({ minor: -5, currency: 'CHF' }, 'en').replace(/\s/g, ' ')).toBe('-CHF 0.05')
})
