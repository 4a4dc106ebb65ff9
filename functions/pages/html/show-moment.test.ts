import { expect, test } from 'vitest'
import { showDay, showMoment, showWait } from './show-moment.ts'
import { type Html, written } from './show-text.ts'

const text = (piece: Html) => written(piece).replace(/<[^>]*>/g, '')

test('a moment is shown in the zone of the people it concerns, and the zone is said', () => {
  const at = '2026-05-04T22:30:00.000Z'
  expect(text(showMoment(at, 'Europe/Zurich', 'en'))).toBe('5 May 2026 at 00:30 Central European Time')
  expect(text(showMoment(at, 'Europe/Zurich', 'fr'))).toBe('5 mai 2026 à 00:30 heure d’Europe centrale')
  expect(text(showMoment(at, 'America/Toronto', 'fr'))).toContain('4 mai 2026 à 18:30')
  expect(written(showMoment(at, 'Europe/Zurich', 'en'))).toContain(`<time datetime="${at}">`)
})

test('a day is that of the zone', () => {
  expect(text(showDay('2026-05-04T22:30:00.000Z', 'Europe/Zurich', 'fr'))).toBe('5 mai 2026')
  expect(text(showDay('2026-05-04T22:30:00.000Z', 'UTC', 'en'))).toBe('4 May 2026')
})

test.each([
  [0, '1 second', '1 seconde'],
  [1, '1 second', '1 seconde'],
  [89.2, '90 seconds', '90 secondes'],
  [90, '2 minutes', '2 minutes'],
  [601, '11 minutes', '11 minutes'],
])('a wait of %s seconds is never shown shorter than it is', (seconds, en, fr) => {
  expect(showWait(seconds, 'en')).toBe(en)
  expect(showWait(seconds, 'fr').replace('\u00a0', ' ')).toBe(fr)
})
