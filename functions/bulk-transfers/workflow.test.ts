import { expect, test } from 'vitest'
import { update } from '../../shared/table/table.ts'
import { bulkTransferId, coordinator, faultsIn, giver, recipient, transferring } from '../../test/bulk-transferring.ts'
import { NOW } from '../../test/world.ts'
import { Dossiers } from '../dossiers/records.ts'
import { bulkTransfer } from './workflow.ts'

test('D-12: every active dossier moves once, with its responsibility, and the end is told once', async () => {
  const it = await transferring(30)
  await it.execute()
  expect(it.transfer()).toMatchObject({ state: 'done', counts: { dossiers: 30, moved: 30, failed: 0 }, endedAt: NOW })
  expect(new Set(it.dossiers().map(({ ownerId }) => ownerId))).toEqual(new Set([recipient.personId]))
  expect(new Set(it.dossiers().map(({ responsibleId }) => responsibleId))).toEqual(new Set([recipient.personId]))
  expect(it.events()).toMatchObject([
    {
      type: 'bulk-transfer-ended',
      data: { from: giver.personId, to: recipient.personId, by: coordinator.personId, moved: 30, failed: 0 },
    },
  ])
  expect(faultsIn(it)).toEqual([])
})

test('D-12: the act and its reason stand in each dossier that it moved, and in its trail', async () => {
  const it = await transferring(3)
  await it.execute()
  for (const { dossierId, ownerNamed } of it.dossiers()) {
    expect(ownerNamed).toEqual({
      at: NOW,
      by: coordinator.personId,
      bulkTransferId,
      reason: 'Départ en congé de longue durée',
    })
    const trail = it.audited().filter((entry) => entry.trail === `DOSSIER#${dossierId}`)
    expect(JSON.stringify(trail)).toContain('Départ en congé de longue durée')
  }
})

test('D-12: what is not active is not planned, and stays', async () => {
  const it = await transferring(4)
  const [closed] = it.dossiers()
  await it.write(update(Dossiers, closed as never, { state: 'closed' }))
  await it.execute()
  expect(it.transfer()).toMatchObject({ state: 'done', counts: { dossiers: 3, moved: 3, failed: 0 } })
  expect(it.dossiers()[0]).toMatchObject({ ownerId: giver.personId, state: 'closed' })
  expect(faultsIn(it)).toEqual([])
})

test('the workflow calls only its own job, and every task is retried', () => {
  const asked: string[] = []
  const definition = JSON.stringify(bulkTransfer.definition((job) => (asked.push(job), `arn:${job}`)))
  expect(new Set(asked)).toEqual(new Set(['move-dossiers']))
  expect(definition.match(/"Type":"Task"/g)).toHaveLength(4)
  expect(definition.match(/"Retry":/g)).toHaveLength(4)
})
