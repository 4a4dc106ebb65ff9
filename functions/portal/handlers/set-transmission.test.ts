import { expect, test } from 'vitest'
import { create, perhaps } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import type { MemoryTable } from '../../../test/memory-table.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { type PortalSettings, PortalSettingsOf, type Transmission } from '../records.ts'
import { readPortalSettings } from './read-portal-settings.ts'
import { setTransmission } from './set-transmission.ts'

const as = personOf('Administrator of the dossier')
const { dossierId } = dossier

const set = async (table: MemoryTable, transmission: Transmission) => {
  const outcome = await granted(ask(setTransmission, { as, table, things: { dossier }, input: { transmission } }))
  expect(await table.commit(outcome.writes ?? [])).toBe('done')
  return outcome
}
const read = async (table: MemoryTable) =>
  (await granted(ask(readPortalSettings, { as, table, things: { dossier } }))).view

test('P-08: nothing is sent without a person unless somebody has set it', async () => {
  expect(await read(holding())).toEqual({ dossierId, transmission: 'off', changedAt: null, changedBy: null })
})

test('P-08: turned on, what waits already is looked through; turned off, nothing is', async () => {
  const table = holding()
  expect((await set(table, 'approved')).events).toEqual([
    { type: 'transmission-set', data: { dossierId, after: null } },
  ])
  expect(await read(table)).toMatchObject({ transmission: 'approved', changedAt: NOW, changedBy: as.personId })
  expect((await set(table, 'all')).events).toHaveLength(1)
  expect((await set(table, 'off')).events).toEqual([])
  expect(await read(table)).toMatchObject({ transmission: 'off' })
})

const settings: PortalSettings = {
  dossierId,
  transmission: 'off',
  rulesVersion: 4,
  rules: [{ ruleId: idOf(810), name: 'Achats', approverIds: [as.personId], mode: 'any' }],
  changedAt: NOW,
  changedBy: personOf('owner').personId,
}

test('P-07: the approval rules stay as they are, and are not shown here', async () => {
  const table = holding(create(PortalSettingsOf, settings))
  await set(table, 'all')
  const { kept } = await table.load({ kept: perhaps(PortalSettingsOf, { dossierId }) })
  expect(kept).toMatchObject({ ...settings, transmission: 'all', changedBy: as.personId })
})

test('P-08: set at the same moment as another change, it is done again on what is there by then', async () => {
  const table = holding(create(PortalSettingsOf, settings))
  const asked = { as, table, things: { dossier } }
  const [one, other] = await Promise.all([
    granted(ask(setTransmission, { ...asked, input: { transmission: 'all' } })),
    granted(ask(setTransmission, { ...asked, input: { transmission: 'approved' } })),
  ])
  expect(await table.commit(one.writes ?? [])).toBe('done')
  expect(await table.commit(other.writes ?? [])).not.toBe('done')
})
