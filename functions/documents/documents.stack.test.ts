/** Documents over HTTP, on the deployed stack: large ones in parts, their text and pictures, marks and versions. */
import { randomBytes } from 'node:crypto'
import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'
import { describe, expect, test } from 'vitest'
import type { Client } from '../../test/journeys/api-client.ts'
import { localStack } from '../../test/journeys/local-stack.ts'
import { announcementOf, bytesAt, put, sendAndWait, upload } from '../../test/journeys/move-files.ts'
import { sha256, until } from '../../test/journeys/people-in-town.ts'
import { settledDossier, settlementOf } from '../../test/journeys/settlers.ts'
import { routes as archive } from '../archive-transfers/routes.ts'
import { routes as dossiers } from '../dossiers/routes.ts'
import { docxOf, pdfOf } from './extraction/sample-files.ts'
import { SMALLEST_PART } from './parts.ts'
import { routes } from './routes.ts'

const settlement = settlementOf(localStack())
const { administrator, practitioner, params } = await settledDossier(settlement)
const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code]

/** A file of three parts, the last of them short. */
const whole = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2 * SMALLEST_PART + 1000)])
const pieceOf = (number: number): Buffer => whole.subarray((number - 1) * SMALLEST_PART, number * SMALLEST_PART)

const announceLarge = async (input: object = {}) => {
  const announcement = {
    ...announcementOf({ name: 'plan.pdf', bytes: whole, contentType: 'application/pdf' }),
    partLength: SMALLEST_PART,
  }
  const { document, version } = await administrator.call(routes.importInParts, {
    params,
    input: { ...announcement, ...input },
  })
  return { ...params, documentId: document.documentId, versionId: version.versionId }
}
type Large = Awaited<ReturnType<typeof announceLarge>>

const ticketsFor = async (of: Large, pieces: readonly (readonly [number: number, bytes: Buffer])[]) => {
  const parts = pieces.map(([number, bytes]) => ({ number, sha256: sha256(bytes) }))
  return (await administrator.call(routes.uploadParts, { params: of, input: { parts } })).parts
}
const sendParts = async (of: Large, ...numbers: number[]) => {
  const tickets = await ticketsFor(
    of,
    numbers.map((number) => [number, pieceOf(number)] as const),
  )
  for (const { number, upload: ticket } of tickets) expect((await put(ticket, pieceOf(number))).status).toBe(200)
}
const complete = (of: Large) =>
  administrator.ask(routes.completeUpload, { params: of, input: { versionId: of.versionId } })
const versionOf = async (of: Large) => {
  const { items } = await administrator.call(routes.listVersions, { params: of, input: {} })
  return items.find(({ versionId }) => versionId === of.versionId)
}
const checked = (of: Large) =>
  until('end of the check', async () => {
    const version = await versionOf(of)
    return version?.state === 'checking' ? undefined : version
  })

describe('C-31: a large file', () => {
  test('comes in parts, goes on after an interruption, counts once it was read through, and comes out as it went in', async () => {
    const of = await announceLarge()
    await sendParts(of, 1, 3)
    const { parts } = await administrator.call(routes.readParts, { params: of, input: {} })
    expect(parts.map(({ received }) => received)).toEqual([true, false, true])
    const early = await complete(of)
    expect([codeOf(early), early.body]).toMatchObject([[409, 'parts-missing'], { errors: [{ pointer: '#/parts/2' }] }])
    await sendParts(of, 2)
    const atOnce = await Promise.all([complete(of), complete(of)])
    expect(atOnce.map(({ status }) => [200, 409].includes(status))).toEqual([true, true])
    expect(await checked(of)).toMatchObject({
      state: 'received',
      sha256: sha256(whole),
      contentType: 'application/pdf',
    })
    const fetched = await bytesAt(await administrator.call(routes.downloadDocument, { params: of, input: {} }))
    expect(fetched.equals(whole)).toBe(true)
    expect((await complete(of)).body).toMatchObject({ state: 'received' })
    const [sent] = (await sendAndWait(administrator, params, [of.documentId])).documents
    expect(sent).toMatchObject({ state: 'sent', sha256: sha256(whole) })
  })

  test('never counts when it is not what was announced, though each part was as it was announced', async () => {
    const of = await announceLarge({ sha256: 'ab'.repeat(32) })
    await sendParts(of, 1, 2, 3)
    expect((await complete(of)).status).toBe(200)
    expect(await checked(of)).toMatchObject({ state: 'differs', receivedAt: null })
    expect(codeOf(await administrator.ask(routes.downloadDocument, { params: of, input: {} }))).toEqual([
      409,
      'upload-not-complete',
    ])
    expect(codeOf(await complete(of))).toEqual([409, 'upload-differs'])
  })

  test('takes no part that is other, longer or shorter than was said of it', async () => {
    const of = await announceLarge()
    const [ticket] = await ticketsFor(of, [[3, pieceOf(3)]])
    const address = ticket?.upload as Parameters<typeof put>[0]
    const other = Buffer.from(pieceOf(3))
    other[0] = (other[0] ?? 0) ^ 1
    for (const bytes of [other, pieceOf(3).subarray(1), Buffer.concat([pieceOf(3), other])]) {
      const headers = { ...address.headers, 'content-length': String(bytes.length) }
      expect((await put({ ...address, headers }, bytes).catch(() => undefined))?.ok ?? false).toBe(false)
    }
    const { parts } = await administrator.call(routes.readParts, { params: of, input: {} })
    expect(parts.map(({ received }) => received)).toEqual([false, false, false])
  })

  test('abandoned, it can be completed no more, and its parts are gone', async () => {
    const of = await announceLarge()
    await sendParts(of, 3)
    expect((await administrator.call(routes.abandonUpload, { params: of })).state).toBe('abandoned')
    expect(codeOf(await complete(of))).toEqual([409, 'upload-not-found'])
    expect(codeOf(await administrator.ask(routes.readParts, { params: of, input: {} }))).toEqual([
      409,
      'upload-complete',
    ])
  })
})

const ended = async <S extends { readonly state: string }>(what: string, read: () => Promise<S>): Promise<S> =>
  until(what, async () => {
    const found = await read()
    return found.state === 'waiting' ? undefined : found
  })
const textOf = (documentId: string) =>
  ended('text', () => practitioner.call(routes.readText, { params: { ...params, documentId }, input: {} }))

describe('B-12: what a file is, is told by its bytes', () => {
  test('a page that is called a PDF is shown as what it is, and served as mere bytes to be kept', async () => {
    const bytes = Buffer.from('<!doctype html><script>alert(1)</script><p>Bonjour</p>')
    const documentId = await upload(administrator, params, {
      name: 'facture.pdf',
      bytes,
      contentType: 'application/pdf',
    })
    const of = { params: { ...params, documentId }, input: {} }
    expect(await administrator.call(routes.readDocument, of)).toMatchObject({
      contentType: 'text/html',
      announcedType: 'application/pdf',
      typeDiffers: true,
    })
    const { url, contentType } = await administrator.call(routes.downloadDocument, of)
    const asked = new URL(url).searchParams
    expect(contentType).toBe('text/html')
    expect(asked.get('response-content-type')).toBe('application/octet-stream')
    expect(asked.get('response-content-disposition')).toMatch(/^attachment;/)
    expect(await textOf(documentId)).toMatchObject({ state: 'done' })
  })

  test('the text of a PDF and of a DOCX can be fetched once it has been read', async () => {
    const files = [
      ['bail.pdf', Buffer.from(pdfOf(['Bail du 2 mars'])), 'Bail du 2 mars'],
      ['avenant.docx', Buffer.from(docxOf('Avenant n° 1')), 'Avenant n° 1'],
    ] as const
    for (const [name, bytes, text] of files) {
      const { state, download } = await textOf(await upload(administrator, params, { name, bytes }))
      expect(state).toBe('done')
      expect((await bytesAt({ url: download?.url ?? '' })).toString()).toBe(text)
    }
  })

  test('a damaged file, and one without text, say so', async () => {
    const broken = Buffer.from(docxOf('Avenant')).fill(0, 200, 260)
    expect(await textOf(await upload(administrator, params, { name: 'a.docx', bytes: broken }))).not.toMatchObject({
      state: 'waiting',
    })
    const noText = await upload(administrator, params, { name: 'a.bin', bytes: Buffer.from([0, 1, 2, 3]) })
    expect(await textOf(noText)).toMatchObject({ state: 'none', download: null })
  })

  test('a picture gets a small one', async () => {
    const bytes = PNG.sync.write(new PNG({ width: 640, height: 480 }))
    const documentId = await upload(administrator, params, { name: 'façade.png', bytes })
    const thumbnail = await ended('small picture', () =>
      practitioner.call(routes.readThumbnail, { params: { ...params, documentId }, input: {} }),
    )
    expect(thumbnail).toMatchObject({ state: 'done', width: 320, height: 240 })
    const small = jpeg.decode(await bytesAt({ url: thumbnail.download?.url ?? '' }))
    expect([small.width, small.height]).toEqual([320, 240])
  })
})

test('D-07, D-09, D-10: a marked document is gone for client users, its name from their sendings, and who read it is told', async () => {
  const other = await settledDossier(settlement)
  const { documentId } = {
    documentId: await upload(other.administrator, other.params, {
      name: 'secret.pdf',
      bytes: Buffer.from('%PDF-1.7 S'),
    }),
  }
  const of = { params: { ...other.params, documentId } }
  const { transferId } = await sendAndWait(other.administrator, other.params, [documentId])
  const marked = await other.practitioner.call(routes.markDocument, { ...of, input: { confidential: true } })
  expect(marked.confidential).toBe(true)
  const dossier = await other.practitioner.call(dossiers.readDossier, { params: other.params, input: {} })
  expect(dossier.label).toBe('confidential')

  const asked: readonly ((who: Client) => Promise<{ status: number }>)[] = [
    (who) => who.ask(routes.readDocument, of),
    (who) => who.ask(routes.downloadDocument, { ...of, input: {} }),
    (who) => who.ask(routes.listVersions, { ...of, input: {} }),
    (who) => who.ask(routes.readText, { ...of, input: {} }),
    (who) => who.ask(routes.readThumbnail, { ...of, input: {} }),
  ]
  for (const ask of asked) {
    expect((await ask(other.administrator)).status).toBe(404)
    expect((await ask(other.practitioner)).status).toBe(200)
  }
  expect((await other.administrator.call(routes.listDocuments, { params: other.params, input: {} })).items).toEqual([])
  const nameTo = async (who: Client) =>
    (await who.call(archive.readTransfer, { params: { ...other.params, transferId } })).documents[0]?.name
  expect([await nameTo(other.administrator), await nameTo(other.practitioner)]).toEqual([null, 'secret.pdf'])

  const { items } = await other.practitioner.call(dossiers.listConfidentialReads, { params: other.params, input: {} })
  expect(items.length).toBeGreaterThanOrEqual(asked.length)
  const lifted = await other.practitioner.call(routes.markDocument, { ...of, input: { confidential: false } })
  expect(lifted.confidential).toBe(false)
  expect((await other.administrator.ask(routes.readDocument, of)).status).toBe(200)
})

test('D-08: in a dossier set confidential as a whole, what is added starts with a mark of its own, which stays', async () => {
  const other = await settledDossier(settlement)
  const set = (confidential: boolean) =>
    other.practitioner.call(dossiers.setConfidentiality, { params: other.params, input: { confidential } })
  await upload(other.practitioner, other.params, { name: 'avant.txt', bytes: Buffer.from('avant') })
  await set(true)
  await upload(other.practitioner, other.params, { name: 'pendant.txt', bytes: Buffer.from('pendant') })
  await set(false)
  const { items } = await other.practitioner.call(routes.listDocuments, { params: other.params, input: {} })
  expect(items.map(({ name, confidential }) => [name, confidential])).toEqual([
    ['pendant.txt', true],
    ['avant.txt', false],
  ])
})

test('P-06, D-21: an earlier version is restored with its very bytes, as a version of its own, and can be sent', async () => {
  const first = Buffer.from('%PDF-1.7 premier')
  const documentId = await upload(practitioner, params, { name: 'premier.pdf', bytes: first })
  const of = { ...params, documentId }
  await sendAndWait(practitioner, params, [documentId])
  const [earlier] = (await practitioner.call(routes.listVersions, { params: of, input: {} })).items
  const second = Buffer.from('%PDF-1.7 second')
  const added = await practitioner.call(routes.addVersion, {
    params: of,
    input: announcementOf({ name: 'second.pdf', bytes: second }),
  })
  await put(added.upload, second)
  await practitioner.call(routes.completeUpload, { params: of, input: { versionId: added.versionId } })
  const restored = await practitioner.call(routes.restoreVersion, {
    params: { ...of, versionId: earlier?.versionId ?? '' },
    input: {},
  })
  expect(restored).toMatchObject({ name: 'premier.pdf', restoredFrom: earlier?.versionId })
  expect(
    (await bytesAt(await practitioner.call(routes.downloadDocument, { params: of, input: {} }))).equals(first),
  ).toBe(true)
  expect((await sendAndWait(practitioner, params, [documentId])).state).toBe('sent')
  const { items } = await practitioner.call(archive.listArchive, { params, input: { limit: 100 } })
  const entry = items.find(({ versionId }) => versionId === restored.versionId)
  const download = await practitioner.call(archive.downloadArchiveEntry, {
    params: { ...params, entryId: entry?.entryId ?? '' },
  })
  expect((await bytesAt(download)).equals(first)).toBe(true)
})
