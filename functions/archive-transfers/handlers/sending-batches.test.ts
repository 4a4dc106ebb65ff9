import { expect, test } from 'vitest'
import { problem } from '../../../shared/problems.ts'
import type { Persona } from '../../../shared/rules/cases.ts'
import { create } from '../../../shared/table/table.ts'
import { ask, granted } from '../../../test/ask.ts'
import { batching } from '../../../test/batching.ts'
import { accessOf, dossier } from '../../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { SendingBatches } from '../batches/records.ts'
import { BatchView, routes } from '../routes.ts'
import { listSendingBatches } from './list-sending-batches.ts'
import { readSendingBatch } from './read-sending-batch.ts'
import { resumeSendingBatch } from './resume-sending-batch.ts'
import { sendBatch } from './send-batch.ts'

const as = personOf('Full Access of the dossier')
const idsOf = (count: number) => Array.from({ length: count }, (_, at) => idOf(2000 + at))
const asked = (input: object) => granted(ask(sendBatch, { as, things: { dossier }, input }))

test.each([1, 40, 41, 1000])(
  'P-09: a batch of %i named documents is written down in one commit, with every one of them',
  async (count) => {
    const documentIds = idsOf(count)
    const { view, writes = [], events } = await asked({ documentIds })
    expect(BatchView.parse(view)).toMatchObject({
      scope: 'named',
      state: 'asked',
      percent: 0,
      counts: { waiting: count },
    })
    // With its audit entry, its event and the answer that is kept for a repeat.
    expect(writes.length).toBeLessThanOrEqual(97)
    const entries = writes.flatMap((write) =>
      'item' in write && 'entries' in write.item ? (write.item.entries as object[]) : [],
    )
    expect(entries).toEqual(documentIds.map((documentId) => ({ documentId, state: 'waiting' })))
    expect(events).toMatchObject([{ type: 'sending-batch-asked', data: { batchId: view.batchId, attempt: 1 } }])
  },
)

test('P-09: of all that may be sent, the batch says how much it is once it runs', async () => {
  const { view, writes = [] } = await asked({ all: 'ready' })
  expect(view).toMatchObject({ scope: 'ready', documents: 0 })
  expect(writes).toHaveLength(1)
})

test.each([
  ['none', { documentIds: [] }],
  ['a thousand and one', { documentIds: idsOf(1001) }],
  ['one twice', { documentIds: [idOf(1), idOf(1)] }],
  ['some and all', { documentIds: [idOf(1)], all: 'ready' }],
  ['nothing', {}],
  ['something else', { all: 'sent' }],
])('P-09: a batch that names %s is refused', (_, input) => {
  expect(routes.sendBatch.input.safeParse(input).success).toBe(false)
})

test('P-09: what was not sent is shown by reason, in the language of whoever asks, and no document by name', async () => {
  const it = batching(3, { different: (at) => ({ state: at === 2 ? 'rejected' : 'received' }) })
  await it.execute()
  const { view } = await granted(
    ask(readSendingBatch, { as, table: it.table, things: { dossier, transfer: it.batch() } }),
  )
  expect(BatchView.parse(view)).toMatchObject({
    state: 'failed-in-part',
    percent: 100,
    counts: { documents: 3, waiting: 0, sending: 0, sent: 2, refused: 1, failed: 0 },
    notSent: [{ state: 'refused', reason: { code: 'document-rejected' }, documentIds: [it.ids[1]] }],
  })
  expect(JSON.stringify(view)).not.toContain('facture')
})

test('P-09: while it is at work, a batch shows how far it is', async () => {
  const it = batching(80)
  let percent: number | undefined
  await it.execute(1, {
    after: async (task) => {
      if (task !== 'send' || percent !== undefined) return
      const { view } = await granted(ask(readSendingBatch, { as, table: it.table, things: { transfer: it.batch() } }))
      percent = view.percent
      expect(view.state).toBe('running')
      expect(view.counts.sending).toBeGreaterThan(0)
    },
  })
  expect(percent).toBeLessThan(100)
})

test('P-09: only a batch that has ended without sending everything is resumed, by its next attempt', async () => {
  const it = batching(2, { different: (at) => ({ state: at === 1 ? 'to-approve' : 'received' }) })
  const resume = () => ask(resumeSendingBatch, { as, table: it.table, things: { transfer: it.batch() } })
  expect(await resume()).toEqual(problem('sending-batch-not-failed'))
  await it.execute()
  const { view, events } = await granted(resume())
  expect(view).toMatchObject({ state: 'asked', attempt: 2, counts: { sent: 1, refused: 1 } })
  expect(events).toMatchObject([{ type: 'sending-batch-asked', data: { attempt: 2 } }])
  const done = batching(1)
  await done.execute()
  const again = ask(resumeSendingBatch, { as, table: done.table, things: { transfer: done.batch() } })
  expect(await again).toEqual(problem('sending-batch-not-failed'))
})

test('P-04: Document Delivery sees the batches that they asked for, and no others', async () => {
  const it = batching(0)
  const mine = { ...it.batch(), batchId: idOf(571), askedBy: personOf('Document Delivery of the dossier').personId }
  await it.write(create(SendingBatches, mine))
  const listed = async (persona: Persona, access?: object) => {
    const things = { dossier, access }
    const outcome = ask(listSendingBatches, { as: personOf(persona), table: it.table, things, input: { limit: 50 } })
    return (await granted(outcome)).view.items.map(({ batchId }) => batchId)
  }
  const delivery = 'Document Delivery of the dossier'
  expect(await listed(delivery, accessOf(delivery))).toEqual([idOf(571)])
  expect(await listed(delivery)).toEqual([])
  const full = 'Full Access of the dossier'
  expect(await listed(full, { ...accessOf(full), grantedAt: NOW })).toEqual([idOf(571), idOf(560)])
})
