import { expect, test } from 'vitest'
import { update } from '../../shared/table/table.ts'
import { Killed } from '../../test/run-workflow.ts'
import { faultsOf, type Sending, sending } from '../../test/sending.ts'
import { Transfers } from './records.ts'
import { recordFailure } from './tasks/record-failure.ts'

const DOCUMENTS = 3

/** Kills the execution at its nth moment; there is one before and one after every task. */
const killAt = (nth: number) => {
  let moment = 0
  const pass = (): void => {
    if (moment++ === nth) throw new Killed()
  }
  return { before: pass, after: pass }
}

/** What became of a sending, and what it should be. */
const endOf = (it: Sending) => ({
  documents: it.documents().map(({ state }) => state),
  entries: it.entries().length,
  transfer: it.transfer().state,
  told: it.events().filter(({ type }) => type === 'transfer-ended').length,
  faults: faultsOf(it),
})
const allSentOnce: ReturnType<typeof endOf> = {
  documents: Array(DOCUMENTS).fill('archived'),
  entries: DOCUMENTS,
  transfer: 'sent',
  told: 1,
  faults: [],
}

/** As a revival does: the next attempt takes over. */
const overtake = async (it: Sending): Promise<void> => {
  const transfer = it.transfer()
  const writes = [update(Transfers, transfer, { attempt: transfer.attempt + 1 })]
  await it.tools().act({ action: 'transfer.resume', dossierId: transfer.dossierId, writes })
}

/** A moment before and after each of: plan, three tasks for each document, finish. */
const moments = Array.from({ length: 2 * (1 + 3 * DOCUMENTS + 1) }, (_, nth) => nth)

test.each(moments)(
  'P-09: killed at moment %i and started again under the same name, all is sent, once',
  async (nth) => {
    const it = sending(DOCUMENTS)
    await expect(it.execute(1, killAt(nth))).rejects.toThrow(Killed)
    expect(faultsOf(it)).toEqual([])
    await it.execute(1)
    expect(endOf(it)).toEqual(allSentOnce)
  },
)

test.each(moments)('P-09: killed at moment %i and taken over by the next attempt, all is sent, once', async (nth) => {
  const it = sending(DOCUMENTS)
  await expect(it.execute(1, killAt(nth))).rejects.toThrow(Killed)
  if (it.transfer().state === 'sending') {
    await overtake(it)
    await it.execute(2)
  }
  expect(endOf(it)).toEqual(allSentOnce)
})

test('P-09: there is a moment for every step, and none after the last', async () => {
  await expect(sending(DOCUMENTS).execute(1, killAt(moments.length - 1))).rejects.toThrow(Killed)
  expect(await sending(DOCUMENTS).execute(1, killAt(moments.length))).toEqual({ outcome: 'sent' })
})

test.each(moments)(
  'P-09: an attempt that sleeps at moment %i, while the next does its work, changes nothing',
  async (nth) => {
    const it = sending(DOCUMENTS)
    const asleep = Promise.withResolvers<void>()
    const awake = Promise.withResolvers<void>()
    let moment = 0
    const pass = async (): Promise<void> => {
      if (moment++ !== nth) return
      asleep.resolve()
      await awake.promise
    }
    const sleeper = it.execute(1, { before: pass, after: pass })
    await asleep.promise
    if (it.transfer().state === 'sending') {
      await overtake(it)
      await it.execute(2)
    }
    awake.resolve()
    await sleeper
    expect(endOf(it)).toEqual(allSentOnce)
  },
)

test('P-09: two executions of one attempt at once send each document once', async () => {
  const it = sending(DOCUMENTS)
  await Promise.all([it.execute(1), it.execute(1)])
  expect(endOf(it)).toEqual(allSentOnce)
})

test('P-09: an older attempt can neither fail a document of the newer one nor end the transfer', async () => {
  const it = sending(1)
  const [document] = it.documents()
  const { dossierId, transferId } = it.transfer()
  await overtake(it)
  const input = { dossierId, transferId, attempt: 1, documentId: document?.documentId ?? '', versionId: '' }
  expect(await recordFailure({ ...input, reason: 'not-copied' }, it.tools())).toEqual({ outcome: 'too late' })
  expect(await it.execute(1)).toEqual({ outcome: 'too late' })
  expect(it.documents().map(({ state }) => state)).toEqual(['sending'])
  expect(it.transfer()).toMatchObject({ state: 'sending', attempt: 2 })
})
