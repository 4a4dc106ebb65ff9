import { expect, test } from 'vitest'
import { update } from '../../shared/table/table.ts'
import { faultsOf, type Sending, sending } from '../../test/sending.ts'
import { idOf } from '../../test/world.ts'
import { Documents, moveDocument } from '../documents/records.ts'
import { archiveTransfer } from './workflow.ts'

const states = ({ documents }: Sending) => documents().map(({ state }) => state)
const told = ({ events }: Sending) => events().filter(({ type }) => type === 'transfer-ended')

test('P-09: each document is copied, verified, recorded, and the transfer ends as sent, told once', async () => {
  const it = sending(6)
  expect(await it.execute()).toEqual({ outcome: 'sent' })

  expect(states(it)).toEqual(Array(6).fill('archived'))
  expect(it.entries()).toHaveLength(6)
  expect(it.transfer()).toMatchObject({
    state: 'sent',
    documents: Array(6).fill({ state: 'sent', reason: null }),
  })
  expect(told(it)).toMatchObject([{ type: 'transfer-ended', data: { outcome: 'sent' } }])
  expect(faultsOf(it)).toEqual([])
})

test('P-10: the entry keeps what the document is for the books, and each entry is told in the commit that makes it', async () => {
  const it = sending(2)
  const [first] = it.documents()
  if (first === undefined) throw new Error('There is no document.')
  const facts = {
    kind: 'purchase',
    partyId: idOf(801),
    number: 'F-2026-0187',
    date: '2026-03-02',
    amount: { minor: 12_345, currency: 'EUR' },
  } as const
  await it.tools().table.commit([update(Documents, first, facts)])
  await it.execute()
  expect(it.entries()[0]).toMatchObject(facts)
  expect(it.entries()[1]).not.toHaveProperty('kind')
  const archived = it.events().filter(({ type }) => type === 'document-archived')
  expect(archived.map(({ data }) => data)).toEqual(
    it.entries().map(({ dossierId, documentId, entryId, transferId }) => ({
      dossierId,
      documentId,
      entryId,
      transferId,
    })),
  )
})

test('P-06: what was sent is archived in the commit that ends its transfer, and a newer version starts over', async () => {
  const it = sending(2)
  await it.execute(1, {
    before: async (task) => {
      if (task !== 'finish') return
      expect(states(it)).toEqual(['sent', 'sent'])
      const [first] = it.documents()
      if (first === undefined || first.state !== 'sent') return
      const newer = { currentVersionId: idOf(799), transferId: null }
      await it.tools().table.commit([moveDocument(first, 'received', newer)])
    },
  })
  expect(states(it)).toEqual(['received', 'archived'])
  expect(it.transfer()).toMatchObject({ state: 'sent', documents: [{ state: 'sent' }, { state: 'sent' }] })
})

test('P-09: a document is not called sent before both sides have been read from end to end', async () => {
  const it = sending(1)
  const read: string[] = []
  it.archive.digest = async (place) => {
    expect(states(it)).toEqual(['sending'])
    read.push(place.bucket)
    return it.store.archive.digest(place)
  }
  await it.execute()
  expect(read.sort()).toEqual(['archive', 'documents'])
  expect(states(it)).toEqual(['archived'])
})

test('P-09: a copy that fails at first is tried again', async () => {
  const it = sending(2)
  let failures = 3
  it.archive.copy = async (from, to) => {
    if (failures-- > 0) throw new Error('The store is busy.')
    return it.store.archive.copy(from, to)
  }
  await it.execute()
  expect(states(it)).toEqual(['archived', 'archived'])
})

test('P-09: what cannot be copied fails with its reason, and the others are sent all the same', async () => {
  const it = sending(3)
  it.archive.copy = async (from, to) => {
    if (to.key === it.archived(2).key) throw new Error('The store is busy for good.')
    return it.store.archive.copy(from, to)
  }
  await it.execute()
  expect(states(it)).toEqual(['archived', 'failed', 'archived'])
  const { state, documents } = it.transfer()
  expect(state).toBe('failed')
  expect(documents.map(({ reason }) => reason)).toEqual([null, 'not-copied', null])
  expect(told(it)).toMatchObject([{ type: 'transfer-ended', data: { outcome: 'failed' } }])
  expect(faultsOf(it)).toEqual([])
})

test('P-09: a copy whose bytes differ, whatever the store says of them, is made again and the good one is recorded', async () => {
  const it = sending(1)
  const whole = await it.store.archive.look(it.uploaded(1))
  it.store.put(it.archived(1), Buffer.alloc(whole?.length ?? 0, 'x'), whole?.sha256)
  await it.execute()
  expect(states(it)).toEqual(['archived'])
  expect(it.store.countOf(it.archived(1))).toBe(2)
  expect(faultsOf(it)).toEqual([])
})

test('P-09: a copy that differs each time is never called sent', async () => {
  const it = sending(1)
  it.archive.copy = async (_from, to) => ({ versionId: it.store.put(to, Buffer.from('something else')) })
  await it.execute()
  expect(it.documents()[0]).toMatchObject({ state: 'failed', failure: 'archive-differs' })
  expect(it.entries()).toEqual([])
})

test.each([
  ['source-missing', (it: Sending) => it.store.lose(it.uploaded(1))],
  [
    'not-verified',
    (it: Sending) => {
      it.archive.digest = () => Promise.reject(new Error('The store does not answer.'))
    },
  ],
  [
    'source-differs',
    (it: Sending) => {
      it.archive.digest = async (place) =>
        place.bucket === 'documents' ? { length: 3, sha256: '0'.repeat(64) } : it.store.archive.digest(place)
    },
  ],
])('P-09: the reason of a failure is told: %s', async (reason, breakIt) => {
  const it = sending(1)
  breakIt(it)
  await it.execute()
  expect(it.documents()[0]).toMatchObject({ state: 'failed', failure: reason })
  expect(it.transfer()).toMatchObject({ state: 'failed', documents: [{ state: 'failed', reason }] })
  expect(it.entries()).toEqual([])
})

test('P-09: a document that is in the archive already is not copied again', async () => {
  const it = sending(1)
  await it.store.archive.copy(it.uploaded(1), it.archived(1))
  await it.execute()
  expect(it.store.countOf(it.archived(1))).toBe(1)
  expect(faultsOf(it)).toEqual([])
})

test('P-09: when not even failures can be written down, the transfer still ends, as failed, and can be resumed', async () => {
  const it = sending(1)
  it.archive.copy = () => Promise.reject(new Error('The store is busy for good.'))
  await it.execute(1, {
    before: (task) => {
      if (task === 'record-failure') throw new Error('The table is busy.')
    },
  })
  expect(it.transfer()).toMatchObject({ state: 'failed', documents: [{ reason: 'interrupted' }] })
  expect(states(it)).toEqual(['failed'])
})

test('the workflow calls only its own job, and every task is retried', () => {
  const asked: string[] = []
  const definition = JSON.stringify(archiveTransfer.definition((job) => (asked.push(job), `arn:${job}`)))
  expect(new Set(asked)).toEqual(new Set(['hand-over']))
  const tasks = definition.match(/"Type":"Task"/g)?.length
  expect(tasks).toBe(6)
  expect(definition.match(/"Retry":/g)).toHaveLength(6)
})
