import { expect, test } from 'vitest'
import { create, update } from '../../../shared/table/table.ts'
import { ask, granted } from '../../../test/ask.ts'
import { askedFor, bulkTransferId, coordinator, transferring } from '../../../test/bulk-transferring.ts'
import { idOf } from '../../../test/world.ts'
import { Dossiers } from '../../dossiers/records.ts'
import { BulkTransfers, type OutcomeState } from '../records.ts'
import { listBulkTransferDossiers } from './list-bulk-transfer-dossiers.ts'
import { listBulkTransfers } from './list-bulk-transfers.ts'
import { readBulkTransfer } from './read-bulk-transfer.ts'

type It = Awaited<ReturnType<typeof transferring>>
const read = (it: It) => granted(ask(readBulkTransfer, { as: coordinator, things: { bulkTransfer: it.transfer() } }))
const dossiersOf = async (it: It, state?: OutcomeState) => {
  const things = { bulkTransfer: it.transfer() }
  const input = { limit: 50, ...(state && { state }) }
  return (await granted(ask(listBulkTransferDossiers, { as: coordinator, table: it.table, things, input }))).view
}

test('D-12: while it is at work, counts and percentage say how far it is', async () => {
  const it = await transferring(15)
  expect((await read(it)).view).toMatchObject({ percent: 0 })
  let seen: unknown
  const through = (table: It['table']): It['table'] => ({
    ...table,
    commit: async (writes) => {
      const done = await table.commit(writes)
      if (it.transfer().counts.moved > 0) seen ??= (await read(it)).view
      return done
    },
  })
  await it.execute(1, { through: through as never })
  expect(seen).toMatchObject({
    state: 'running',
    counts: { dossiers: 15, planned: 3, moved: 12, failed: 0 },
    percent: 80,
  })
  expect((await read(it)).view).toMatchObject({ state: 'done', percent: 100 })
})

test('D-12: a transfer whose giver had no active dossier left by then is done, with nothing moved', async () => {
  const it = await transferring(1)
  await it.write(update(Dossiers, it.dossiers()[0] as never, { state: 'closed' }))
  await it.execute()
  expect((await read(it)).view).toMatchObject({ state: 'done', percent: 100, counts: { dossiers: 0 } })
})

test('D-12: each dossier is listed with its number and its outcome, by state where asked', async () => {
  const it = await transferring(5)
  const [first] = it.dossiers()
  await it.execute(1, {
    after: async (task) => {
      if (task === 'plan') await it.write(update(Dossiers, first as never, { state: 'closed' }))
    },
  })
  expect((await dossiersOf(it)).items).toHaveLength(5)
  expect((await dossiersOf(it, 'moved')).items).toHaveLength(4)
  expect((await dossiersOf(it, 'planned')).items).toEqual([])
  expect((await dossiersOf(it, 'failed')).items).toMatchObject([
    { dossierId: first?.dossierId, number: 1, state: 'failed', reason: { code: 'not-active' } },
  ])
})

test('D-12: an outcome that changed since its index told of it is not listed under its old state', async () => {
  const it = await transferring(2)
  await it.execute()
  const stale = it.outcomes().map((outcome) => ({ ...outcome, state: 'planned' }))
  const table = { ...it.table, list: async () => ({ items: stale, cursor: null }) }
  const things = { bulkTransfer: it.transfer() }
  const input = { limit: 50, state: 'planned' }
  const { view } = await granted(
    ask(listBulkTransferDossiers, { as: coordinator, table: table as never, things, input }),
  )
  expect(view.items).toEqual([])
})

test('D-12: transfers are listed newest first, each as far as it is now', async () => {
  const it = await transferring(2)
  const newer = askedFor({ bulkTransferId: idOf(0x7009) })
  await it.write(create(BulkTransfers, newer))
  await it.execute()
  const { view } = await granted(ask(listBulkTransfers, { as: coordinator, table: it.table, input: { limit: 50 } }))
  expect(view.items.map(({ bulkTransferId: id, state }) => [id, state])).toEqual([
    [newer.bulkTransferId, 'planned'],
    [bulkTransferId, 'done'],
  ])
})
