import { expect, test } from 'vitest'
import { cleanData, cleanSubject } from './clean-data.ts'

test('a name becomes one line without controls', () => {
  expect(cleanData({ name: 'Odile\r\nBcc: autre@exemple.example\u0000\u0085\u2028!' })).toEqual({
    name: 'Odile Bcc: autre@exemple.example !',
  })
})

test('characters that turn or hide text disappear, so that a file name shows its real ending', () => {
  expect(cleanData({ name: 'facture\u202efdp.exe' })).toEqual({ name: 'facturefdp.exe' })
  expect(cleanData({ name: 'Zo\u00adé\u200b \u2067Vauclair\u2069\ufeff\u{e0041}' })).toEqual({ name: 'Zoé Vauclair' })
})

test('letters of every script stay, with their accents and joiners', () => {
  const names = ['Zoë Quintal-Nuñez', 'مریم می\u200cخواهم', 'नीला', '李小龍', '👩\u200d🔬 Odile']
  expect(cleanData({ names })).toEqual({ names })
})

test('an endless text is cut with a mark, never in the middle of a character', () => {
  const { name, reason } = cleanData({ name: '𝒜'.repeat(500), reason: 'x'.repeat(9000) })
  expect(Array.from(name)).toHaveLength(255)
  expect(name.endsWith('𝒜…')).toBe(true)
  expect(reason).toHaveLength(2000)
})

test('a broken half of a character does not reach the mail', () => {
  expect(cleanData({ name: 'Odile \ud835' }).name.isWellFormed()).toBe(true)
})

test('messages keep their lines but not their emptiness', () => {
  expect(cleanData({ message: ' Bonjour,\r\n\n\n\nmerci\tbeaucoup \u202e' })).toEqual({
    message: 'Bonjour,\n\nmerci beaucoup',
  })
})

test('a text that shows nothing is shown as a dash, and null stays null', () => {
  expect(cleanData({ name: '\u200b\n', message: null, earlier: 0 })).toEqual({ name: '—', message: null, earlier: 0 })
})

test('a link passes exactly as it is, or not at all', () => {
  const link = 'http://localhost:4566/d/AbC_-9?x=1&y=%C3%A9#top'
  expect(cleanData({ link })).toEqual({ link })
  for (const bad of [
    'javascript:alert(1)',
    'data:text/html,x',
    '/d/abc',
    '',
    'https://a.example/\r\nBcc: x',
    'https://a.example/ b',
  ]) {
    expect(() => cleanData({ link: bad }), bad).toThrow(TypeError)
  }
})

test('a subject is one short line', () => {
  const subject = cleanSubject(`Invitation\r\nBcc: ${'x'.repeat(900)}`)
  expect(subject).not.toMatch(/\p{Cc}/u)
  expect(subject.length).toBeLessThanOrEqual(150)
})
