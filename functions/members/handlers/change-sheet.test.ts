import { expect, test } from 'vitest'
import { introduce, type Member, SettingsEditors } from '../../../shared/people.ts'
import type { Persona } from '../../../shared/rules/cases.ts'
import { fullSheet } from '../../../shared/sheet.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { personOf, shutSheet } from '../../../test/world.ts'
import { changeSheet } from './change-sheet.ts'

const as = personOf('settings editor')
const office = (...personas: Persona[]) => holding(...personas.flatMap((persona) => introduce(personOf(persona))))
const change = (persona: Persona, input: object, table = office(persona, 'settings editor')) =>
  ask(changeSheet, { as, table, things: { member: personOf(persona) }, input })

test('S-01: the sheet of one member is replaced as a whole', async () => {
  const table = office('owner')
  const { view, version, writes = [] } = await granted(change('owner', fullSheet, table))
  expect([view, version]).toEqual([fullSheet, 2])
  expect(await table.commit(writes)).toBe('done')
  const [stored] = table.everything().filter(({ recordName }) => recordName === 'person') as unknown as Member[]
  expect(stored?.sheet).toEqual(fullSheet)
})

test('S-09: a sheet that edits what it does not view is refused, and the areas are named', async () => {
  const sheet = { ...shutSheet, documentation: { view: 'assigned', edit: 'all' } }
  expect(await change('owner', sheet)).toMatchObject({
    problem: 'edit-exceeds-view',
    errors: [{ pointer: '#/documentation/edit', detail: 'all > assigned' }],
  })
})

test('C-05: a guest is given no sheet', async () => {
  expect(await change('guest', shutSheet)).toMatchObject({ problem: 'invalid-input' })
  expect(await change('Full Access of the dossier', shutSheet)).toEqual({ problem: 'not-found' })
})

test('S-02: the last one who may edit the settings does not take it from themself', async () => {
  const table = office(
    'settings editor',
    'owner',
    'settings reader',
    'administrator, invited',
    'administrator, inactive',
  )
  expect(await change('settings editor', shutSheet, table)).toEqual({ problem: 'last-settings-editor' })
  const narrower = { ...shutSheet, settings: { view: 'all', edit: 'none' } }
  expect(await change('settings editor', narrower, table)).toEqual({ problem: 'last-settings-editor' })
  const kept = { ...shutSheet, settings: { view: 'all', edit: 'all' } }
  expect(await granted(change('settings editor', kept, table))).toMatchObject({ view: kept })
})

test('S-02: with another one who may, it is taken, and only while that one still may', async () => {
  const table = office('settings editor', 'administrator')
  const { writes = [] } = await granted(change('settings editor', shutSheet, table))
  const other = await granted(
    ask(changeSheet, { as, table, things: { member: personOf('administrator') }, input: shutSheet }),
  )
  expect(await table.commit(other.writes ?? [])).toBe('done')
  expect(await table.commit(writes)).not.toBe('done')
  expect(table.everything().filter(({ recordName }) => recordName === SettingsEditors.name)).toHaveLength(1)
})
