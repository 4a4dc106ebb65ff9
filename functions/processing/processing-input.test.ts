import { expect, test } from 'vitest'
import { idOf } from '../../test/world.ts'
import { routes } from './routes.ts'

const takes = (input: object): boolean => routes.processDocument.input.safeParse(input).success

test.each([
  [{}],
  [{ kind: null, partyId: null, number: null, date: null, amount: null }],
  [{ kind: 'bank', partyId: idOf(901), number: '№ 2026/118-bis', date: '2024-02-29' }],
  [{ amount: { minor: -12_050, currency: 'EUR' } }],
  [{ amount: { minor: 0, currency: 'JPY' } }],
])('P-06: %j may be said of a document', (input) => {
  expect(takes(input)).toBe(true)
})

test.each([
  [{ kind: 'invoice' }],
  [{ partyId: 'Papeterie Soulier' }],
  [{ number: '' }],
  [{ number: 'a'.repeat(101) }],
  [{ number: 'F-118\u202e' }],
  [{ date: '2026-02-29' }],
  [{ date: '28/02/2026' }],
  [{ date: '2026-02-28T09:00:00.000Z' }],
  [{ amount: { minor: 120.5, currency: 'EUR' } }],
  [{ amount: { minor: '12050', currency: 'EUR' } }],
  [{ amount: { minor: 10_000_000_000_001, currency: 'EUR' } }],
  [{ amount: { minor: 12_050 } }],
  [{ amount: { minor: 12_050, currency: 'eur' } }],
  [{ amount: { minor: 12_050, currency: 'XXX' } }],
  [{ amount: { minor: 12_050, currency: '€' } }],
  [{ state: 'approved' }],
])('P-06: %j is no way to say what a document is', (input) => {
  expect(takes(input)).toBe(false)
})
