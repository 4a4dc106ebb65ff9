import { expect, test } from 'vitest'
import { type Holdings as Held, holdMore, introduce } from '../../../shared/people.ts'
import type { Persona } from '../../../shared/rules/cases.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { personOf } from '../../../test/world.ts'
import { deactivateMember } from './deactivate-member.ts'

const as = personOf('user manager')
const office = (...personas: Persona[]) => holding(...personas.flatMap((persona) => introduce(personOf(persona))))
const deactivate = (persona: Persona, table = office(persona, 'settings editor'), holdings?: Stored<Held>) =>
  ask(deactivateMember, { as, table, things: { member: personOf(persona), holdings } })

test('D-20: a member who holds nothing is deactivated, and the pool is told', async () => {
  const { view, version, events } = await granted(deactivate('stranger'))
  expect([view.status, version]).toEqual(['inactive', 2])
  expect(events).toEqual([{ type: 'person-changed', data: { personId: personOf('stranger').personId } }])
})

test('D-20: whoever still holds something is not, and the counts say what', async () => {
  const holdings = { personId: personOf('owner').personId, dossiers: 3, responsibilities: 1, version: 4 }
  const outcome = await deactivate('owner', undefined, holdings)
  expect(outcome).toMatchObject({
    problem: 'inventory-not-empty',
    detail: { en: 'Dossiers owned: 3. Dossiers answered for: 1. Collaborative spaces that nobody else is in: 0.' },
    errors: [
      { pointer: '#/dossiers', detail: '3' },
      { pointer: '#/responsibilities', detail: '1' },
      { pointer: '#/spaces', detail: '0' },
    ],
  })
})

test.each([
  ['nothing was ever theirs', undefined],
  ['all was handed over', { dossiers: 0, responsibilities: 0, version: 2 }],
])('D-20: a dossier that becomes theirs at the same moment is met, where %s', async (_, before) => {
  const { personId } = personOf('stranger')
  const table = office('stranger', 'settings editor')
  const holdings = before && { personId, ...before }
  if (holdings) {
    await table.commit([holdMore(undefined, personId, { dossiers: 1 })])
    await table.commit([
      holdMore({ personId, dossiers: 1, responsibilities: 0, version: 1 }, personId, { dossiers: -1 }),
    ])
  }
  const { writes = [] } = await granted(deactivate('stranger', table, holdings))
  expect(await table.commit([holdMore(holdings, personId, { dossiers: 1 })])).toBe('done')
  expect(await table.commit(writes)).not.toBe('done')
})

test('S-02: the last one who may edit the settings is deactivated by nobody', async () => {
  expect(await deactivate('settings editor', office('settings editor', 'user manager'))).toEqual({
    problem: 'last-settings-editor',
  })
})

test('deactivating whoever is inactive changes nothing', async () => {
  const { view, writes = [], events = [] } = await granted(deactivate('administrator, inactive'))
  expect([view.status, writes, events]).toEqual(['inactive', [], []])
})

test('a client user is no member', async () => {
  expect(await deactivate('Full Access of the dossier')).toEqual({ problem: 'not-found' })
})
