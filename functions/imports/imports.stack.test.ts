import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { jpegOf, pdfOf, widthsIn } from '../../test/arranging.ts'
import type { Client } from '../../test/journeys/api-client.ts'
import { localStack } from '../../test/journeys/local-stack.ts'
import { announcementOf, bytesAt, put, upload } from '../../test/journeys/move-files.ts'
import { until } from '../../test/journeys/people-in-town.ts'
import { addressed, putMail } from '../../test/journeys/put-mail.ts'
import { settledDossier, settlementOf } from '../../test/journeys/settlers.ts'
import { routes as documents } from '../documents/routes.ts'
import { routes } from './routes.ts'

const stack = localStack()
const { administrator, params, practitioner } = await settledDossier(settlementOf(stack))

const read = (who: Client, documentId: string) =>
  who.call(documents.readDocument, { params: { ...params, documentId } })
const bytesOf = async (documentId: string) =>
  bytesAt(await administrator.call(documents.downloadDocument, { params: { ...params, documentId }, input: {} }))

test('P-06: many files are announced together, uploaded side by side and received in one call', async () => {
  const files = ['un', 'deux', 'trois'].map((text) => ({ name: `${text}.txt`, bytes: Buffer.from(`Document ${text}`) }))
  const input = { files: files.map(announcementOf) }
  const batch = await administrator.call(routes.importDocuments, { params, input })
  const ofImport = { params: { ...params, importId: batch.importId } }
  const [first, second] = batch.files.map(
    ({ upload: ticket }, at) =>
      () =>
        put(ticket, files[at]?.bytes ?? Buffer.alloc(0)),
  )
  await Promise.all([first?.(), second?.()])
  const completed = await administrator.call(routes.completeImport, { ...ofImport, input: {} })
  expect(completed.files.map(({ found }) => found)).toEqual(['received', 'received', 'upload-not-found'])
  const progress = await administrator.call(routes.readImport, ofImport)
  expect(progress).toMatchObject({ come: 2, missing: 1 })
  expect(await bytesOf(progress.files[1]?.documentId ?? '')).toEqual(files[1]?.bytes)
})

test('P-06: a mail to the dossier becomes documents of whoever sent it; a stranger’s is refused and told to the office', async () => {
  const { address } = await administrator.call(routes.readInboundAddress, { params })
  const sample = (name: string) => readFileSync(`${stack.folder}/mail/${name}`)
  await putMail(
    stack,
    addressed(sample('factures-de-mars.eml'), { from: `Camille <${administrator.email}>`, to: address }),
  )
  await putMail(stack, addressed(sample('inconnu.eml'), { to: address }))
  const mails = await until('both mails', async () => {
    const { items } = await practitioner.call(routes.listInboundMails, { params, input: {} })
    return items.filter(({ state }) => state !== 'received').length === 2 ? items : undefined
  })
  const imported = mails.find(({ state }) => state === 'imported')
  expect(imported).toMatchObject({ by: administrator.personId, attachments: 2 })
  expect(mails.find(({ state }) => state === 'refused')).toMatchObject({
    by: null,
    reason: { code: 'sender-not-allowed' },
  })

  const ofMail = { params: { ...params, mailId: imported?.mailId ?? '' } }
  const { attachments } = await administrator.call(routes.readInboundMail, ofMail)
  const invoice = attachments.find(({ name }) => name === 'facture-2026-0187.pdf')
  const document = await read(administrator, invoice?.documentId ?? '')
  expect(document).toMatchObject({
    contentType: 'application/pdf',
    createdBy: administrator.personId,
    state: 'received',
  })
  expect(await bytesOf(document.documentId)).toEqual(readFileSync(`${stack.folder}/facture-2026-0187.pdf`))

  const renewed = await practitioner.call(routes.renewInboundAddress, { params, input: {} })
  expect(renewed.address).not.toBe(address)
})

/** Waits for the end of an arrangement, whatever it is. */
const endOf = (arrangementId: string) =>
  until('end of the arrangement', async () => {
    const found = await administrator.call(routes.readPageArrangement, { params: { ...params, arrangementId } })
    return found.state === 'asked' ? undefined : found
  })

test('P-06: a PDF is split, its parts are merged with a picture, and the whole is taken back', async () => {
  const bytes = await pdfOf(101, 102, 103)
  const documentId = await upload(administrator, params, { name: 'dossier.pdf', bytes, contentType: 'application/pdf' })
  const picture = { name: 'photo.jpg', bytes: jpegOf(60, 40), contentType: 'image/jpeg' }
  const pictureId = await upload(administrator, params, picture)
  const parts = { parts: [{ pages: '1-2' }], droppedPages: '3' }
  const split = await administrator.call(routes.splitDocument, { params: { ...params, documentId }, input: parts })
  const ended = await endOf(split.arrangementId)
  expect(ended).toMatchObject({ state: 'done', parts: [{ name: 'dossier (1).pdf' }] })
  const partId = ended.parts[0]?.documentId ?? ''
  expect(await widthsIn(await bytesOf(partId))).toEqual([101, 102])

  const input = { documentIds: [pictureId, partId], name: 'réuni.pdf' }
  const merged = await endOf((await administrator.call(routes.mergeDocuments, { params, input })).arrangementId)
  expect(await widthsIn(await bytesOf(merged.parts[0]?.documentId ?? ''))).toEqual([842, 101, 102])
  expect((await read(administrator, partId)).state).toBe('replaced')
  const back = await administrator.call(routes.takeBackDocument, { params: { ...params, documentId }, input: {} })
  expect(back).toMatchObject({ state: 'received', sha256: announcementOf({ name: '', bytes }).sha256 })
})
