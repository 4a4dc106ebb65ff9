import { expect, test } from 'vitest'
import { en, fr, sayCount, saySize, sayTime } from './say.ts'

const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

test('a time is said in words, in the zone asked for, which is named', () => {
  expect(spaces(sayTime('2026-11-30T17:05:00.000Z', 'Europe/Paris', 'fr'))).toBe(
    'lundi 30 novembre 2026 à 18:05 (UTC+1)',
  )
  expect(sayTime('2026-11-30T17:05:00.000Z', 'UTC', 'en')).toMatch(/^Monday,? 30 November 2026 at 17:05 \(UTC\)$/)
})

test('summer time and half-hour zones are told as they are', () => {
  expect(sayTime('2026-07-01T22:30:00.000Z', 'Europe/Paris', 'fr')).toMatch(/^jeudi 2 juillet 2026 à 00:30 \(UTC\+2\)$/)
  expect(sayTime('2026-07-01T12:00:00.000Z', 'America/St_Johns', 'en')).toMatch(/09:30 \(UTC-2:30\)$/)
})

test('a time that does not exist is an error, never a text', () => {
  expect(() => sayTime('tomorrow', 'UTC', 'en')).toThrow(RangeError)
  expect(() => sayTime('2026-11-30T17:05:00.000Z', 'Nowhere/Else', 'en')).toThrow(RangeError)
})

test('French counts zero as singular, English does not', () => {
  const french = [0, 1, 2, 1200].map((count) => spaces(sayCount(count, 'document', 'documents', 'fr')))
  expect(french).toEqual(['0 document', '1 document', '2 documents', '1 200 documents'])
  const english = [0, 1, 2, 1200].map((count) => spaces(sayCount(count, 'document', 'documents', 'en')))
  expect(english).toEqual(['0 documents', '1 document', '2 documents', '1,200 documents'])
})

test('a size is said in the unit that people use', () => {
  const lengths = [0, 1, 999, 1000, 48_211, 20_000_000, 5_300_000_000]
  expect(lengths.map((length) => spaces(saySize(length, 'fr')))).toEqual([
    '0 octet',
    '1 octet',
    '999 octets',
    '1 ko',
    '48,2 ko',
    '20 Mo',
    '5,3 Go',
  ])
  expect(spaces(saySize(48_211, 'en'))).toBe('48.2 kB')
})

test('typography changes our words and never the values put into them', () => {
  const name = "Jeanne d'Orval : « L'Atelier »"
  expect(fr`L'accès de ${name} : « ${name} » !`).toBe(`L’accès de ${name}\u00a0: «\u00a0${name}\u00a0»\u202f!`)
  expect(en`${name}'s access: ${0}`).toBe(`${name}’s access: 0`)
})
