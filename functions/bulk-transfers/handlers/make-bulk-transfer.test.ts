import { expect, test } from 'vitest'
import { People } from '../../../shared/people.ts'
import { problem } from '../../../shared/problems.ts'
import { update } from '../../../shared/table/table.ts'
import { ask, granted } from '../../../test/ask.ts'
import { coordinator, giver, recipient, transferring } from '../../../test/bulk-transferring.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { Dossiers } from '../../dossiers/records.ts'
import { NamedDossiersOf } from '../records.ts'
import { makeBulkTransfer } from './make-bulk-transfer.ts'

type It = Awaited<ReturnType<typeof transferring>>
const between = { fromId: giver.personId, toId: recipient.personId, reason: 'Départ en congé' }
const asked = (it: It, input: object = {}) =>
  ask(makeBulkTransfer, { as: coordinator, table: it.table, input: { ...between, ...input } })

test('D-12: it is asked for, and moves nothing by itself', async () => {
  const it = await transferring(3)
  const { view, writes = [], events } = await granted(asked(it))
  expect(view).toMatchObject({
    state: 'planned',
    scope: 'all',
    counts: { dossiers: 0, planned: 0, moved: 0, failed: 0 },
    percent: 0,
    askedBy: coordinator.personId,
    asOf: NOW,
    endedAt: null,
  })
  expect(writes.some(({ record }) => record === Dossiers)).toBe(false)
  expect(events).toEqual([{ type: 'bulk-transfer-asked', data: { bulkTransferId: view.bulkTransferId, attempt: 1 } }])
})

test('D-12: named dossiers are kept in the order in which they will be moved', async () => {
  const it = await transferring(1)
  const { writes = [] } = await granted(asked(it, { dossierIds: [idOf(3), idOf(1), idOf(2)] }))
  const [named] = writes.flatMap((write) => (write.record === NamedDossiersOf && 'item' in write ? [write.item] : []))
  expect(named).toMatchObject({ dossierIds: [idOf(1), idOf(2), idOf(3)] })
})

test('D-13: a recipient who is deactivated at the same moment gets nothing', async () => {
  const it = await transferring(1)
  const { writes = [] } = await granted(asked(it))
  await it.write(update(People, recipient, { status: 'inactive' }))
  expect(await it.table.commit(writes)).not.toBe('done')
})

test('D-12: a giver who left already is no hindrance: their dossiers are what must move', async () => {
  const it = await transferring(1)
  await it.write(update(People, giver, { status: 'inactive' }))
  expect(await granted(asked(it))).toMatchObject({ view: { state: 'planned' } })
})

test.each([
  ['to oneself', 'recipient-is-giver', { toId: giver.personId }],
  ['to a stranger', 'recipient-not-eligible', { toId: idOf(9) }],
  ['to somebody who is no practitioner', 'recipient-not-eligible', { toId: coordinator.personId }],
  ['of a stranger', 'not-found', { fromId: idOf(9) }],
  ['of no dossiers', 'nothing-to-transfer', { fromId: recipient.personId, toId: personOf('responsible').personId }],
] as const)('D-13: a transfer %s is refused', async (_, code, input) => {
  expect(await asked(await transferring(1), input)).toEqual(problem(code))
})

test('D-13: a transfer to a deactivated person is refused', async () => {
  const it = await transferring(1)
  await it.write(update(People, recipient, { status: 'inactive' }))
  expect(await asked(it)).toEqual(problem('recipient-not-eligible'))
})

test('D-12: a transfer of closed dossiers alone is one of no dossiers', async () => {
  const it = await transferring(2)
  for (const dossier of it.dossiers()) await it.write(update(Dossiers, dossier, { state: 'closed' }))
  expect(await asked(it)).toEqual(problem('nothing-to-transfer'))
})
