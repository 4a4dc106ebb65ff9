import { expect, test } from 'vitest'
import { People } from '../../../shared/people.ts'
import { problem } from '../../../shared/problems.ts'
import { update } from '../../../shared/table/table.ts'
import { ask, granted } from '../../../test/ask.ts'
import { bulkTransferId, coordinator, recipient, transferring } from '../../../test/bulk-transferring.ts'
import { Dossiers } from '../../dossiers/records.ts'
import { resumeBulkTransfer } from './resume-bulk-transfer.ts'

type It = Awaited<ReturnType<typeof transferring>>
const asked = (it: It) =>
  ask(resumeBulkTransfer, { as: coordinator, table: it.table, things: { bulkTransfer: it.transfer() } })

/** A transfer of which one dossier was closed after it was planned. */
const halfFailed = async (): Promise<It> => {
  const it = await transferring(3)
  await it.execute(1, {
    after: async (task) => {
      const [first] = it.dossiers()
      if (task === 'plan') await it.write(update(Dossiers, first as never, { state: 'closed' }))
    },
  })
  return it
}

test('D-12: only what failed is tried again; what was moved stays moved', async () => {
  const it = await halfFailed()
  expect(it.transfer()).toMatchObject({ state: 'done-with-failures', counts: { moved: 2, failed: 1 } })
  const [, ...movedBefore] = it.dossiers()
  await it.write(update(Dossiers, it.dossiers()[0] as never, { state: 'active' }))

  const { view, writes = [], events } = await granted(asked(it))
  expect(view).toMatchObject({
    state: 'running',
    attempt: 2,
    counts: { planned: 0, moved: 2, failed: 1 },
    endedAt: null,
  })
  expect(events).toEqual([{ type: 'bulk-transfer-asked', data: { bulkTransferId, attempt: 2 } }])
  await it.write(...writes)
  await it.execute(2)
  expect(it.transfer()).toMatchObject({ state: 'done', counts: { dossiers: 3, moved: 3, failed: 0 } })
  expect(it.dossiers().slice(1)).toEqual(movedBefore)
})

test('D-12: what is at work, or moved everything, is not resumed', async () => {
  const it = await transferring(1)
  expect(await asked(it)).toEqual(problem('bulk-transfer-not-failed'))
  await it.execute()
  expect(await asked(it)).toEqual(problem('bulk-transfer-not-failed'))
})

test('D-13: it is not resumed to somebody who is no longer an active practitioner', async () => {
  const it = await halfFailed()
  await it.write(update(People, recipient, { status: 'inactive' }))
  expect(await asked(it)).toEqual(problem('recipient-not-eligible'))
})
