import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginningOf, distinctWords, fold, MOST_WORDS, wantedWords } from './words.ts'

test.each([
  ['ÉCOLE', 'ecole'],
  ['e\u0301cole', 'ecole'],
  ['Œuvres', 'oeuvres'],
  ['Straße', 'strasse'],
  ['ﬁnance', 'finance'],
  ['ＡＢＣ', 'abc'],
])('P-10: %s is found as %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('P-10: what was folded is folded, whatever it was', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)))
})

test('P-10: words are what stands between signs, in French as in English, without those that are everywhere', () => {
  expect(distinctWords(["Facture n° 2026-0187 de l'atelier Verrières, payée à M. O'Brien le 3 mars"])).toEqual([
    'facture',
    '2026',
    '0187',
    'atelier',
    'verrieres',
    'payee',
    'brien',
    'mars',
  ])
})

test('P-10: of one document 1,000 different words are kept, those of its name first', () => {
  const text = Array.from({ length: 5000 }, (_, at) => `mot${at} mot${at}`).join(' ')
  const words = distinctWords(['bordereau.pdf', text])
  expect(words).toHaveLength(MOST_WORDS)
  expect(words.slice(0, 3)).toEqual(['bordereau', 'pdf', 'mot0'])
})

test('P-10: whatever is in a text, each of its words can be looked for, and lies under its own beginning', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      for (const word of distinctWords([text])) {
        expect(wantedWords(word)).toEqual({ whole: [], beginning: word })
        expect(word.startsWith(beginningOf(word))).toBe(true)
      }
    }),
  )
})

test('P-10: the last word looked for may go on; words that are everywhere are not looked for', () => {
  expect(wantedWords('Facture de la papet')).toEqual({ whole: ['facture'], beginning: 'papet' })
  expect(wantedWords('facture de')).toEqual({ whole: [], beginning: 'facture' })
  expect(wantedWords('de')).toEqual({ whole: [], beginning: 'de' })
})

test.each(['', '  ', '!', 'à', 'un deux trois quatre cinq six sept huit'])('P-10: %j cannot be looked for', (asked) => {
  expect(wantedWords(asked)).toBeUndefined()
})
