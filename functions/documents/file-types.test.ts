import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { detectType, isOtherType, TELLING_BYTES, typeOf } from './file-types.ts'

const types = '[Content_Types].xml'
const office = (part: string, type: string) =>
  zipSync({
    [types]: Buffer.from(
      `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`,
    ),
    [part]: Buffer.from('<x/>'.repeat(100)),
  })
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

test.each([
  ['a PDF', '%PDF-1.7\n%âãÏÓ', 'application/pdf'],
  ['a PNG', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64'), 'image/png'],
  ['a program', 'MZ\u0090\u0000\u0003', 'application/x-msdownload'],
  ['a document of an office suite', office('word/document.xml', 'wordprocessingml.document'), docx],
  ['an archive of anything', zipSync({ 'a.txt': Buffer.from('a') }), 'application/zip'],
  ['plain text in French', 'Relevé de compte – à jour\r\n\tau 2 mars', 'text/plain'],
  ['text that ends in the middle of a character', Buffer.from('Relevé').subarray(0, 6), 'text/plain'],
  ['a page', '\ufeff  <!-- bonjour -->\n<!DOCTYPE html><script>alert(1)</script>', 'text/html'],
  ['a page without its beginning', '<script>alert(1)</script>', 'text/html'],
  ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/svg+xml'],
  ['a drawing with a declaration', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
  ['other XML', '<?xml version="1.0"?><facture/>', 'application/xml'],
  ['text with a null character in it', 'Relevé\u0000', 'application/octet-stream'],
  ['bytes that are no UTF-8', Buffer.from([0x52, 0xe9, 0x6c, 0x65, 0x76]), 'application/octet-stream'],
])('B-12: %s is told by its first bytes', async (_, bytes, type) => {
  const buffer = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  expect(await detectType(buffer.subarray(0, TELLING_BYTES))).toBe(type)
})

test('B-12: a type that cannot be told is mere bytes, and no bytes make the look fail', async () => {
  for (let length = 1; length < 2000; length += 37) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 7919 + length * 104729) % 256)
    expect(await detectType(bytes)).toMatch(/^[\w.+-]+\/[\w.+-]+$/)
    expect(await detectType(office('word/document.xml', 'x').subarray(0, length))).toMatch(/\//)
  }
})

test.each([
  ['application/pdf', 'application/x-msdownload', true],
  ['application/pdf', 'text/html', true],
  ['text/plain', 'text/html', true],
  ['text/html', 'text/plain', true],
  ['application/pdf', 'application/pdf', false],
  ['application/octet-stream', 'application/x-msdownload', false],
  ['text/csv', 'text/plain', false],
  ['application/json', 'text/plain', false],
  ['text/xml', 'application/xml', false],
  ['application/msword', 'application/x-cfb', false],
  ['image/svg+xml', 'application/xml', true],
  [docx, 'application/zip', true],
])('B-12: announced as %s and found to be %s, it differs: %s', (contentType, detectedType, differs) => {
  expect(isOtherType({ contentType, detectedType })).toBe(differs)
  expect(typeOf({ contentType, detectedType })).toBe(detectedType)
})

test('B-12: before its bytes have come, a file is what was announced, and nothing differs', () => {
  const announced = { contentType: 'text/csv' }
  expect([typeOf(announced), isOtherType(announced)]).toEqual(['text/csv', false])
})
