import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeName, uniquePaths } from './safe-names.ts'

test.each([
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\Windows\\x.pdf', 'C__Windows_x.pdf'],
  ['CON.pdf', '_CON.pdf'],
  ['con', '_con'],
  ['.htaccess', 'htaccess'],
  ['facture\u202efdp.exe', 'facturefdp.exe'],
  ['facture. . ', 'facture'],
  ['...', 'document'],
  ['\u0000', 'document'],
  ['e\u0301te\u0301.pdf', 'été.pdf'],
])('P-10: %j unpacks as %j', (name, safe) => {
  expect(safeName(name, 'document')).toBe(safe)
})

test('P-10: a long name is cut, and keeps its ending', () => {
  expect(safeName(`${'a'.repeat(300)}.pdf`, 'document')).toBe(`${'a'.repeat(96)}.pdf`)
})

test('P-10: whatever a name is, it is one part of a path that leads nowhere else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const safe = safeName(name, 'document')
      expect(safe).not.toMatch(/[/\\\p{Cc}:]|^\.|[. ]$/u)
      expect(safe.length).toBeGreaterThan(0)
    }),
  )
})

test('P-10: names that differ in capitals or composition alone are told apart', () => {
  expect(uniquePaths(['a/F.pdf', 'a/f.pdf', 'a/f (2).pdf', 'b/f.pdf', 'a/README', 'a/readme'])).toEqual([
    'a/F.pdf',
    'a/f (2).pdf',
    'a/f (2) (2).pdf',
    'b/f.pdf',
    'a/README',
    'a/readme (2)',
  ])
})

test('P-10: however names are alike, no two files of an export meet', () => {
  const name = fc.string({
    unit: fc.constantFrom('a', 'A', 'é', 'É', '.', ' ', '(', '2', ')'),
    minLength: 1,
    maxLength: 4,
  })
  fc.assert(
    fc.property(
      fc.array(
        name.map((one) => safeName(one, 'x')),
        { maxLength: 20 },
      ),
      (names) => {
        const unique = uniquePaths(names)
        expect(new Set(unique.map((path) => path.toLowerCase())).size).toBe(names.length)
      },
    ),
  )
})
