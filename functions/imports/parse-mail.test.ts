import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pngOf } from '../../test/arranging.ts'
import { emlOf, type WrittenMail } from '../../test/mails.ts'
import { FileName } from '../documents/file-facts.ts'
import { attachmentName } from './attachment-name.ts'
import { mailFilesOf } from './mail-files.ts'
import { parseMail } from './parse-mail.ts'

const pdf = Buffer.from('%PDF-1.7\nUne facture.')
const plain: WrittenMail = { from: 'Camille <camille@atelier.example>', to: 'abc@courrier.example' }
const parsed = async (mail: Partial<WrittenMail>) => {
  const found = await parseMail(emlOf({ ...plain, ...mail }))
  if (found === undefined) throw new Error('The mail could not be read.')
  return found
}

describe('P-06: whom a mail is from', () => {
  test.each([
    ['Camille@Atelier.EXAMPLE', 'camille@atelier.example'],
    ['"camille@autre.example" <camille@atelier.example>', 'camille@atelier.example'],
    ['a@atelier.example, b@atelier.example', null],
    ['Groupe: a@atelier.example;', null],
    ['personne', null],
    ['', null],
  ])('%j is %j', async (from, address) => {
    expect((await parsed({ from })).from).toBe(address)
  })

  test('a mail that has two senders is from nobody', async () => {
    const mail = await parsed({ headers: ['From: autre@atelier.example'] })
    expect(mail.from).toBeNull()
  })
})

test('P-06: whoever took a mail in says first to whom it came; what its writer says comes after', async () => {
  const headers = [
    'Received: from mail.example (198.51.100.7) by inbound-smtp.eu-west-1.amazonaws.com with SMTP id x for Secret@courrier.example; Mon, 2 Mar 2026 09:00:01 +0000 (UTC)',
    'X-Original-To: <autre@courrier.example>',
  ]
  const mail = await parsed({ headers, to: 'Dossier <abc@courrier.example>, quelqu.un@ailleurs.example' })
  expect(mail.recipients).toEqual([
    'secret@courrier.example',
    'autre@courrier.example',
    'abc@courrier.example',
    'quelqu.un@ailleurs.example',
  ])
})

test.each([
  ['Auto-Submitted: auto-replied', true],
  ['Auto-Submitted: no', false],
  ['Precedence: bulk', true],
  ['Return-Path: <>', true],
  ['X-Other: 1', false],
])('P-06: with %j, that a program wrote it is %j', async (header, automatic) => {
  expect((await parsed({ headers: [header] })).automatic).toBe(automatic)
})

test('P-06: each file is told by its bytes; the small picture of a signature is left out, and named', async () => {
  const logo = {
    type: 'image/png',
    name: 'logo.png',
    bytes: pngOf(8, 8),
    disposition: 'inline',
    contentId: 'logo@x',
  } as const
  const { files } = await parsed({
    html: '<p>Merci.</p><img src="cid:logo@x">',
    parts: [
      { type: 'application/octet-stream', name: 'facture.pdf', bytes: pdf },
      logo,
      { ...logo, name: 'photo.png', contentId: 'photo@x' },
      { type: 'application/pdf', name: 'vide.pdf', bytes: Buffer.alloc(0) },
      { type: 'application/ms-tnef', name: 'winmail.dat', bytes: Buffer.from('x9f>"\0') },
    ],
  })
  const told = (await mailFilesOf(files)).map(({ attachment: { name, detectedType, skipped } }) => [
    name,
    detectedType,
    skipped,
  ])
  expect(told).toEqual([
    ['facture.pdf', 'application/pdf', null],
    ['logo.png', 'image/png', 'picture-of-the-text'],
    ['photo.png', 'image/png', null],
    ['vide.pdf', expect.any(String), 'empty'],
    ['winmail.dat', expect.any(String), null],
  ])
})

test('P-06: a mail within a mail stays one file, whatever it has attached itself', async () => {
  const inner = emlOf({ ...plain, parts: [{ type: 'application/pdf', bytes: pdf }] })
  const { files } = await parsed({ parts: [{ type: 'message/rfc822', name: null, bytes: inner }] })
  const [only, ...more] = await mailFilesOf(files)
  expect(more).toEqual([])
  expect(only?.attachment).toMatchObject({ name: 'attachment-1.eml', contentType: 'message/rfc822' })
})

test('B-12: a mail that nests without end is broken, and still told to whom it came', async () => {
  const nested = (depth: number): string =>
    depth === 0
      ? 'Content-Type: text/plain\r\n\r\nrien'
      : `Content-Type: multipart/mixed; boundary="b${depth}"\r\n\r\n--b${depth}\r\n${nested(depth - 1)}\r\n--b${depth}--`
  const mail = await parseMail(Buffer.from(`From: a@b.example\r\nTo: abc@courrier.example\r\n${nested(80)}`))
  expect(mail).toMatchObject({ isBroken: true, files: [], recipients: ['abc@courrier.example'] })
})

test('B-12: whatever bytes come, they are a mail or none, and nothing breaks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      const mail = await parseMail(bytes)
      expect(mail?.recipients ?? []).toEqual(expect.any(Array))
    }),
  )
})

describe('B-12: what a mail calls its files', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\factures\\mars.pdf', 'mars.pdf'],
    ['fac\u202efdp.exe', 'facfdp.exe'],
    ['ligne\r\n1.pdf', 'ligne1.pdf'],
    ['   ', 'attachment-3.pdf'],
    ['..', 'attachment-3.pdf'],
    [null, 'attachment-3.pdf'],
  ])('%j is called %j', (given, name) => {
    expect(attachmentName(given, 'application/pdf', 3)).toBe(name)
  })

  test('whatever it is, it becomes a name as files may have it here', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 400 }))
    fc.assert(
      fc.property(text, fc.string({ maxLength: 9 }), (given, ending) => {
        const name = attachmentName(`${given}.${ending}`, 'image/png', 1)
        expect(FileName.safeParse(name).success, name).toBe(true)
      }),
    )
  })
})
