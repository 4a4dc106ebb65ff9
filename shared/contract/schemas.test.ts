import { describe, expect, test } from 'vitest'
import { cursor, email, id, limit, line, lines } from './schemas.ts'

const takes = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown): boolean =>
  schema.safeParse(value).success

describe('one line of text', () => {
  const name = line(40)

  test.each([
    'Odile Marchetti-Brun',
    "L'Étoile du Nord, société civile",
    '会计师事务所',
    'مكتب المحاسبة',
    '👩🏽‍💼 Éléonore',
  ])('takes %s as it is', (text) => {
    expect(name.parse(text)).toBe(text.trim())
  })

  test('is trimmed, and not empty after that', () => {
    expect(name.parse('  Anselme  ')).toBe('Anselme')
    expect([takes(name, ''), takes(name, ' \u00a0 ')]).toEqual([false, false])
  })

  test('holds nothing that hides, breaks or turns around what is read', () => {
    for (const code of [
      '\u0000',
      '\t',
      '\n',
      '\r',
      '\u001b',
      '\u007f',
      '\u0085',
      '\u2028',
      '\u2029',
      '\u202e',
      '\ud83d',
      '\udc69',
      '\u2066',
      '\u200f',
      '\ufeff',
    ]) {
      expect(takes(name, `facture${code}fdp.exe`), JSON.stringify(code)).toBe(false)
    }
  })

  test('is bounded, after trimming', () => {
    expect(takes(name, 'a'.repeat(40))).toBe(true)
    expect(takes(name, 'a'.repeat(41))).toBe(false)
    expect(takes(name, `${'a'.repeat(40)}   `)).toBe(true)
  })

  test('is text and nothing else', () => {
    for (const value of [null, 1, true, [], {}, undefined]) expect(takes(name, value)).toBe(false)
  })
})

describe('text of several lines', () => {
  const message = lines(200)

  test('takes lines, tabs and both ways to end a line', () => {
    const text = 'Bonjour,\r\n\n\tmerci de votre aide.\nÀ bientôt'
    expect(message.parse(text)).toBe(text)
  })

  test('holds no other control character', () => {
    for (const code of ['\u0000', '\u0007', '\u001b', '\u007f', '\u0085', '\u009f', '\ud83d']) {
      expect(takes(message, `avant${code}après`), JSON.stringify(code)).toBe(false)
    }
  })

  test('a text made to be slow to check is checked at once', () => {
    const began = performance.now()
    takes(lines(100_000), `${'\n'.repeat(99_999)}\u0000`)
    takes(lines(100_000), `${'a\n'.repeat(49_999)}\u0000`)
    expect(performance.now() - began).toBeLessThan(1000)
  })
})

describe('an e-mail address', () => {
  test('P-01: is one address however it is written: trimmed and in lower case', () => {
    expect(email.parse('  Zacharie.SORBIER@Vermeil.Example ')).toBe('zacharie.sorbier@vermeil.example')
  })

  test.each([
    'nobody',
    '@vermeil.example',
    'zacharie@',
    'zacharie@vermeil',
    'a b@vermeil.example',
    'zacharie@vermeil.example\nBcc: autre@vermeil.example',
    'zacharie@vermeil.example, autre@vermeil.example',
    'Zacharie <zacharie@vermeil.example>',
    `${'a'.repeat(250)}@vermeil.example`,
  ])('%j is none', (text) => {
    expect(takes(email, text)).toBe(false)
  })
})

test('a page holds 50 unless asked, from 1 to 100, and the number may come as text from an address', () => {
  expect([limit.parse(undefined), limit.parse('7'), limit.parse(100)]).toEqual([50, 7, 100])
  for (const value of ['0', '101', '-1', '1.5', 'many', 'NaN', 'Infinity', '1e9'])
    expect(takes(limit, value), value).toBe(false)
})

test('an id is a UUID, a cursor is short', () => {
  expect(takes(id, '019cabcd-0000-7000-8000-000000000001')).toBe(true)
  for (const value of ['', 'me', '019cabcd', '019cabcd-0000-7000-8000-000000000001#ACCESS', '../1'])
    expect(takes(id, value)).toBe(false)
  expect([takes(cursor, undefined), takes(cursor, 'a'.repeat(500)), takes(cursor, 'a'.repeat(501))]).toEqual([
    true,
    true,
    false,
  ])
})
