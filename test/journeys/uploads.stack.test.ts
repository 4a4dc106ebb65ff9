import { describe, expect, test } from 'vitest'
import { routes as archive } from '../../functions/archive-transfers/routes.ts'
import { routes as documents } from '../../functions/documents/routes.ts'
import { localStack } from './local-stack.ts'
import { announcementOf, bytesAt, put, upload } from './move-files.ts'
import { sha256 } from './people-in-town.ts'
import { settledDossier, settlementOf } from './settlers.ts'

const { administrator: who, params } = await settledDossier(settlementOf(localStack()))

const bytes = Buffer.from('%PDF-1.7 Relevé de compte du mois de mars')
const announce = (input: object = announcementOf({ name: 'relevé.pdf', bytes })) =>
  who.call(documents.importDocument, { params, input: input as never })
const complete = (documentId: string, versionId: string) =>
  who.ask(documents.completeUpload, { params: { ...params, documentId }, input: { versionId } })
const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code]

describe('C-31: an address for uploading takes nothing but what was announced', () => {
  const other = Buffer.from(bytes).fill('y', 9)
  const checksumOf = (content: Buffer) => Buffer.from(sha256(content), 'hex').toString('base64')

  test.each([
    ['other bytes of the same length', Buffer.from(bytes).fill('x', 9), {}],
    ['other bytes, and their own SHA-256 said to the store', other, { 'x-amz-checksum-sha256': checksumOf(other) }],
    ['fewer bytes', bytes.subarray(1), { 'content-length': String(bytes.length - 1) }],
    ['more bytes', Buffer.concat([bytes, bytes]), { 'content-length': String(bytes.length * 2) }],
    ['the bytes as another type', bytes, { 'content-type': 'text/html' }],
    ['the bytes without their SHA-256', bytes, { 'x-amz-checksum-sha256': undefined }],
  ])('not %s', async (_, sent, changed: Record<string, string | undefined>) => {
    const { document, versionId, upload: ticket } = await announce()
    const headers = Object.fromEntries(
      Object.entries({ ...ticket.headers, ...changed }).filter(([, value]) => value !== undefined),
    ) as Record<string, string>
    const answer = await put({ ...ticket, headers }, sent).catch(() => undefined)
    expect(answer?.ok ?? false).toBe(false)
    expect(codeOf(await complete(document.documentId, versionId))).toEqual([409, 'upload-not-found'])
  })

  test('not by another method, and not under another key', async () => {
    const { upload: ticket } = await announce()
    const elsewhere = new URL(ticket.url)
    elsewhere.pathname += '-2'
    const answers = await Promise.all([
      put({ ...ticket, url: elsewhere.href }, bytes),
      fetch(ticket.url),
      fetch(ticket.url, { method: 'DELETE' }),
      put({ ...ticket, method: 'POST' }, bytes),
    ])
    expect(answers.map(({ ok }) => ok)).toEqual([false, false, false, false])
  })
})

test('C-31: an upload that is completed before it came is not found, and can still come', async () => {
  const { document, versionId, upload: ticket } = await announce()
  expect(codeOf(await complete(document.documentId, versionId))).toEqual([409, 'upload-not-found'])
  const download = { params: { ...params, documentId: document.documentId } }
  expect(codeOf(await who.ask(documents.downloadDocument, download))).toEqual([409, 'upload-not-complete'])
  expect((await put(ticket, bytes)).ok).toBe(true)
  expect((await complete(document.documentId, versionId)).status).toBe(200)
})

test('P-06: what was never completed cannot be sent, alone or with others, and nothing is half sent', async () => {
  const { document, upload: ticket } = await announce()
  await put(ticket, bytes)
  const whole = await upload(who, params, { name: 'entier.pdf', bytes })
  for (const documentIds of [[document.documentId], [whole, document.documentId]])
    expect(codeOf(await who.ask(archive.sendDocuments, { params, input: { documentIds } }))).toEqual([
      409,
      'upload-not-complete',
    ])
  const { state } = await who.call(documents.readDocument, { params: { ...params, documentId: whole } })
  expect(state).toBe('received')
})

test('an upload completed twice, also at once, gives the same answer', async () => {
  const { document, versionId, upload: ticket } = await announce()
  await put(ticket, bytes)
  const atOnce = await Promise.all([1, 2, 3].map(() => complete(document.documentId, versionId)))
  const later = await complete(document.documentId, versionId)
  expect(atOnce.map(({ status }) => status)).toEqual([200, 200, 200])
  for (const { body } of atOnce) expect(body).toEqual(later.body)
  expect(later.body).toMatchObject({ state: 'received', sha256: sha256(bytes), length: bytes.length })
})

test('C-31: a new version takes the place of the old one only once it is complete; both can be fetched', async () => {
  const documentId = await upload(who, params, { name: 'bail.pdf', bytes })
  const ofDocument = { ...params, documentId }
  const newer = Buffer.from('%PDF-1.7 Bail, avenant n° 1')
  const added = await who.call(documents.addVersion, {
    params: ofDocument,
    input: announcementOf({ name: 'bail (avenant).pdf', bytes: newer }),
  })
  const fetched = async (input = {}) =>
    bytesAt(await who.call(documents.downloadDocument, { params: ofDocument, input }))
  expect(await fetched()).toEqual(bytes)
  await put(added.upload, newer)
  await who.call(documents.completeUpload, { params: ofDocument, input: { versionId: added.versionId } })
  expect(await fetched()).toEqual(newer)
  const { items } = await who.call(documents.listVersions, { params: ofDocument, input: {} })
  expect(items.map(({ name }) => name)).toEqual(['bail (avenant).pdf', 'bail.pdf'])
  expect(await fetched({ versionId: items[1]?.versionId })).toEqual(bytes)
})

describe('B-12: a file keeps the name that it was given, or is refused', () => {
  test.each([
    ['a path that leads up', '../../etc/passwd'],
    ['a path', 'dossier/facture.pdf'],
    ['a Windows path', 'C:\\factures\\mars.pdf'],
    ['nothing but dots', '..'],
    ['nothing but a space', ' '],
    ['nothing', ''],
    ['a line break', 'facture\r\nX-Faux: 1.pdf'],
    ['a null character', 'facture.pdf\u0000.exe'],
    ['a turned direction of writing', 'facture\u202efdp.exe'],
    ['an isolate that is never closed', 'facture\u2066.pdf'],
    ['300 characters', `${'é'.repeat(296)}.pdf`],
    ['half a character', 'facture\ud83d.pdf'],
  ])('not %s', async (_, name) => {
    const { status, body } = await who.ask(documents.importDocument, {
      params,
      input: { ...announcementOf({ name: 'x', bytes }), name },
    })
    expect([status, (body as { errors?: { pointer: string }[] }).errors?.[0]?.pointer]).toEqual([400, '#/name'])
  })

  test.each([
    ['markup', '<script>alert(1)<b>.html'],
    ['quotes', `l'"été" 100%.pdf`],
    ['semicolons and equals signs', 'a; filename=b.exe'],
    ['right-to-left letters', 'חשבונית מרץ.pdf'],
    ['an emoji', 'reçu 🧾.pdf'],
    ['spaces at its ends', ' relevé .pdf '],
    ['255 bytes', `${'a'.repeat(251)}.pdf`],
  ])('with %s', async (_, name) => {
    const documentId = await upload(who, params, { name, bytes, contentType: 'text/html' })
    const ofDocument = { ...params, documentId }
    expect((await who.call(documents.readDocument, { params: ofDocument })).name).toBe(name)
    const { url, length, sha256: hash } = await who.call(documents.downloadDocument, { params: ofDocument })
    // Signed into the address, so that S3 answers so; the emulator leaves it out of answers for one version of an object.
    const asked = new URL(url).searchParams
    expect(asked.get('response-content-type')).toBe('application/octet-stream')
    const [, plain = '', encoded = ''] =
      /^attachment; filename="([\x20-\x7e]*)"; filename\*=UTF-8''([\w!#$&+.^`|~%-]*)$/.exec(
        asked.get('response-content-disposition') ?? '',
      ) ?? []
    expect(plain).not.toMatch(/["\\]/)
    expect(decodeURIComponent(encoded)).toBe(name)
    const got = await bytesAt({ url })
    expect([got.length, sha256(got)]).toEqual([length, hash])
  })
})

test('C-31: an address for downloading gives that file alone, and to nobody who changes it', async () => {
  const [one, other] = await Promise.all(
    ['un.pdf', 'deux.pdf'].map((name) => upload(who, params, { name, bytes: Buffer.from(name) })),
  )
  const addressOf = async (documentId = '') =>
    new URL((await who.call(documents.downloadDocument, { params: { ...params, documentId } })).url)
  const mine = await addressOf(one)
  const theirs = await addressOf(other)
  mine.pathname = theirs.pathname
  expect((await fetch(mine)).ok).toBe(false)
  const shown = await addressOf(one)
  shown.searchParams.set('response-content-disposition', 'inline')
  expect((await fetch(shown)).ok).toBe(false)
  expect((await fetch(await addressOf(one), { method: 'DELETE' })).ok).toBe(false)
})
