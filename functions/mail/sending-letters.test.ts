import { expect, test } from 'vitest'
import { People, type Person } from '../../shared/people.ts'
import { create, update } from '../../shared/table/table.ts'
import { type Batching, batching } from '../../test/batching.ts'
import { dossier } from '../../test/one-dossier.ts'
import { personOf } from '../../test/world.ts'
import { failureReasonNames, failureReasons } from '../archive-transfers/failure-reasons.ts'
import { Transfers } from '../archive-transfers/records.ts'
import { Dossiers } from '../dossiers/records.ts'
import { renderMail } from './render.ts'
import { tellingBatch, tellingTransfer } from './sending-letters.ts'

const sender = { organisation: 'Cabinet Auzoux', timeZone: 'Europe/Paris' }
const owner = { ...personOf('owner'), language: 'fr' } as Person
const asker = personOf('Full Access of the dossier')

/** A batch that ended, of which so many documents wait for approval. */
const endedBatch = async (count: number, waiting: number): Promise<Batching> => {
  const it = batching(count, {
    different: (at) => ({ state: at <= waiting ? 'to-approve' : 'received' }),
    there: [create(People, owner)],
  })
  await it.execute()
  return it
}
const letters = (it: Batching) => {
  const ended = it.events().flatMap((told) => (told.type === 'sending-batch-ended' ? [told.data] : []))
  return tellingBatch(ended[0] as never, sender, it.tools())
}

test('P-09: whoever asked for a batch and the office are told how it ended: counts and reasons, and no document by name', async () => {
  const told = await letters(await endedBatch(5, 2))
  expect(told.map(({ kind, to }) => [kind, to.personId])).toEqual([
    ['sending-batch-ended', owner.personId],
    ['sending-batch-ended', asker.personId],
  ])
  expect(told[0]?.data).toMatchObject({ sent: 3, notSent: 2, by: asker.name, reasons: [{ documents: 2 }] })
  for (const language of ['fr', 'en'] as const) {
    const { text } = await renderMail('sending-batch-ended', told[0]?.data as never, language)
    expect(text).toMatch(/3\sdocuments/)
    expect(text).not.toContain('facture')
  }
})

test('D-09: a mail names a confidential dossier by its number alone', async () => {
  const it = await endedBatch(1, 0)
  const { found } = await it.table.load({
    found: { record: Dossiers, key: Dossiers.key(dossier), required: false },
  })
  await it.write(update(Dossiers, found as never, { confidential: true }))
  for (const { data } of await letters(it)) expect(data).toMatchObject({ dossier: String(dossier.number) })
})

test('P-09: a batch that was resumed meanwhile is told when that ends', async () => {
  const it = await endedBatch(2, 1)
  await it.resume()
  expect(await letters(it)).toEqual([])
})

test('P-09: a sending that is a part of a batch is told by the end of that alone', async () => {
  const it = await endedBatch(1, 0)
  const [transfer] = it.transfers()
  if (transfer === undefined) throw new Error('Nothing was sent.')
  const { dossierId, transferId } = transfer
  const told = { dossierId, transferId, outcome: 'sent' } as const
  expect(await tellingTransfer(told, sender, it.tools())).toEqual([])
})

test.each(failureReasonNames)('P-09: that nothing was sent is mailed with its reason, in words: %s', async (reason) => {
  const it = batching(1)
  it.archive.copy = () => Promise.reject(new Error('The store is busy for good.'))
  await it.execute()
  const [transfer] = it.transfers()
  if (transfer === undefined) throw new Error('Nothing was asked for.')
  const documents = transfer.documents.map((one) => ({ ...one, reason }))
  await it.write(update(Transfers, transfer, { batchId: undefined, documents }))
  const { dossierId, transferId } = transfer
  const [letter] = await tellingTransfer({ dossierId, transferId, outcome: 'failed' }, sender, it.tools())
  expect(letter).toMatchObject({ kind: 'documents-not-sent', data: { failed: 1 } })
  for (const language of ['fr', 'en'] as const) {
    const data = { ...(letter?.data as object), reason: failureReasons[reason][language] }
    const { text } = await renderMail('documents-not-sent', data as never, language)
    expect(text).toContain(failureReasons[reason][language])
  }
})

test('P-08: the office is told of what was sent without a person, and that it was', async () => {
  const it = await endedBatch(1, 0)
  const [transfer] = it.transfers()
  if (transfer === undefined) throw new Error('Nothing was sent.')
  await it.write(update(Transfers, transfer, { batchId: undefined, automatic: true }))
  const { dossierId, transferId } = transfer
  const [letter] = await tellingTransfer({ dossierId, transferId, outcome: 'sent' }, sender, it.tools())
  expect(letter).toMatchObject({ kind: 'documents-sent', data: { by: null } })
  const { text } = await renderMail('documents-sent', letter?.data as never, 'en')
  expect(text).toMatch(/Sent automatically: 1\sdocument\./)
})
