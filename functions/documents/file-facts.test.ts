import { expect, test } from 'vitest'
import { AnnouncedFile, FileName } from './file-facts.ts'

const announced = { name: 'facture.pdf', length: 12, sha256: 'a'.repeat(64) }

test.each([
  'facture.pdf',
  'Relevé bancaire – février 2026 (copie).xlsx',
  '.env',
  '..facture',
  'archive.tar.gz',
  '発注書.pdf',
  'فاتورة.pdf',
  `${'é'.repeat(127)}a`,
])('B-12: a name as people give it is taken: %s', (name) => {
  expect(FileName.safeParse(name).success).toBe(true)
})

test.each([
  ['a path', '../../etc/passwd'],
  ['a folder', 'dossier/facture.pdf'],
  ['a path of another system', 'C:\\factures\\1.pdf'],
  ['the folder above', '..'],
  ['the folder itself', '.'],
  ['dots and spaces', ' . .. '],
  ['nothing', ''],
  ['spaces', '   '],
  ['two lines', 'facture\n.pdf'],
  ['a null character', 'facture.pdf\u0000.exe'],
  ['an escape sequence', '\u001b[31mfacture.pdf'],
  ['a direction override', 'facture\u202efdp.exe'],
  ['a direction isolate', 'facture\u2066fdp.exe'],
  ['an Arabic letter mark', 'facture\u061c.pdf'],
  ['a line separator', 'facture\u2028.pdf'],
  ['half a character', 'facture\ud800.pdf'],
  ['256 bytes in UTF-8', `${'é'.repeat(128)}`],
])('B-12: a name that could mislead is refused with a sentence: %s', (_what, name) => {
  const { error } = AnnouncedFile.safeParse({ ...announced, name })
  expect(error?.issues[0]?.path).toEqual(['name'])
  expect(error?.issues[0]?.message).toMatch(/^A name .+\.$/)
})

test.each([
  ['no bytes', { length: 0 }],
  ['half a byte', { length: 1.5 }],
  ['more than 100 MB', { length: 100_000_001 }],
  ['a length in words', { length: '12' }],
  ['a hash that is too short', { sha256: 'a'.repeat(63) }],
  ['a hash in base64', { sha256: 'pWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=' }],
  ['a type that is none', { contentType: 'pdf' }],
  ['a type with a second header in it', { contentType: 'text/plain\r\nx-evil: 1' }],
  ['a field too many', { key: 'dossiers/mine' }],
])('C-31: what is announced is refused when it has %s', (_what, changes) => {
  expect(AnnouncedFile.safeParse({ ...announced, ...changes }).success).toBe(false)
})

test('C-31: up to 100 MB are taken; a hash is kept in lower case, and without a type bytes are bytes', () => {
  const parsed = AnnouncedFile.parse({ ...announced, length: 100_000_000, sha256: 'AB'.repeat(32) })
  expect(parsed).toEqual({
    name: 'facture.pdf',
    length: 100_000_000,
    sha256: 'ab'.repeat(32),
    contentType: 'application/octet-stream',
  })
})
