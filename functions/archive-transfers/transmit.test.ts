import { expect, test } from 'vitest'
import { type DomainEvent, event } from '../../shared/events.ts'
import { fromStored } from '../../shared/table/record.ts'
import { create, update } from '../../shared/table/table.ts'
import { holding, newId } from '../../test/ask.ts'
import { documentAt, dossier } from '../../test/one-dossier.ts'
import { NOW } from '../../test/world.ts'
import { Documents } from '../documents/records.ts'
import { Dossiers } from '../dossiers/records.ts'
import type { Outside } from '../kernel/line.ts'
import { PortalSettingsOf } from '../portal/records.ts'
import { type Transfer, Transfers } from './records.ts'
import { transmitting } from './transmit.ts'

const { dossierId } = dossier
const made = [1, 2, 3].map((at) => documentAt(at, 'Full Access of the dossier', { state: 'approved' }).document)
const settings = { dossierId, rulesVersion: 1, rules: [], changedAt: NOW, changedBy: dossier.createdBy } as const

const dossierHolding = (state: 'active' | 'closed' = 'active') => {
  const table = holding(
    create(Dossiers, { ...dossier, state }),
    create(PortalSettingsOf, { ...settings, transmission: 'approved' }),
    ...made.map((document) => create(Documents, document)),
  )
  const handler = transmitting({ world: () => ({ table, newId, clock: () => NOW }) as unknown as Outside })
  return {
    table,
    /** Events as one delivery of the queue brings them. */
    deliver: (...told: readonly DomainEvent[]) =>
      handler({
        Records: told.map((one) => {
          const eventId = newId()
          return { messageId: eventId, body: JSON.stringify({ ...one, eventId, at: NOW }) }
        }),
      } as never),
    transfers: () =>
      table.everything().flatMap((item) => (item.recordName === Transfers.name ? [fromStored<Transfer>(item)] : [])),
  }
}
const ready = made.map(({ documentId }) => event('document-ready', { dossierId, documentId }))

test('P-08: what several events of one delivery name goes in one sending', async () => {
  const it = dossierHolding()
  expect(await it.deliver(...ready)).toEqual({ batchItemFailures: [] })
  expect(it.transfers().map(({ documents }) => documents.length)).toEqual([3])
})

test('P-08: events that come one by one send one by one, and again send nothing', async () => {
  const it = dossierHolding()
  for (const told of [...ready, ...ready]) await it.deliver(told)
  expect(it.transfers().map(({ documents }) => documents.length)).toEqual([1, 1, 1])
})

test('P-08: what waited while its dossier was not active is sent once it is active again', async () => {
  const it = dossierHolding('closed')
  await it.deliver(...ready)
  expect(it.transfers()).toEqual([])
  const { found } = await it.table.load({ found: { record: Dossiers, key: Dossiers.key(dossier), required: false } })
  await it.table.commit([update(Dossiers, found as never, { state: 'active' })])
  const by = dossier.ownerId
  await it.deliver(event('dossier-state-changed', { dossierId, state: 'closed', by }))
  expect(it.transfers()).toEqual([])
  await it.deliver(event('dossier-state-changed', { dossierId, state: 'active', by }))
  expect(it.transfers().map(({ documents }) => documents.length)).toEqual([3])
})
