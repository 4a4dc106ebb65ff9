import { expect, test } from 'vitest'
import { checkPassword } from './check-password.ts'

const person = { name: 'Inès Quintal-Roy', email: 'ines.quintal@atelier-verrieres.example' }
const check = (password: string, repeat = password) => checkPassword(password, repeat, person)

test.each([
  ['quatre chevaux sans cavalier', undefined],
  ['Zx9!kw2Lq-fv', undefined],
  ['十二文字以上の長い合言葉です', undefined],
  ['', 'too-short'],
  ['onze lettre', 'too-short'],
  ['x y'.repeat(50), 'too-long'],
  [' quatre chevaux sans cavalier', 'outer-space'],
  ['aaaaaaaaaaaaaa', 'too-weak'],
  ['abababababab', 'too-weak'],
  ['123456789012', 'too-weak'],
  ['zyxwvutsrqponm', 'too-weak'],
  ['Ines.Quintal@atelier-verrieres.example', 'too-weak'],
  ['INÈS QUINTAL-ROY', 'too-weak'],
] as const)('the password %j: %s', (password, expected) => {
  expect(check(password)).toBe(expected)
})

test('typed twice, it must be the same', () => {
  expect(check('quatre chevaux sans cavalier', 'quatre chevaux sans cavaliers')).toBe('mismatch')
})
