import { expect, test } from 'vitest'
import { type Holdings as Held, Holdings, holdMore, introduce, type Member } from '../../../shared/people.ts'
import type { Role } from '../../../shared/roles.ts'
import type { Persona } from '../../../shared/rules/cases.ts'
import { guestSheet, practitionerSheet } from '../../../shared/sheet.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { create } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { personOf, shutSheet } from '../../../test/world.ts'
import { SheetDefaults } from '../../settings/records.ts'
import { changeRoles } from './change-roles.ts'

const as = personOf('settings editor')
const held = (persona: Persona, dossiers: number, responsibilities: number): Stored<Held> => ({
  personId: personOf(persona).personId,
  dossiers,
  responsibilities,
  version: 1,
})
const office = (...personas: Persona[]) => holding(...personas.flatMap((persona) => introduce(personOf(persona))))
const change = (
  persona: Persona,
  roles: readonly Role[],
  more: { holdings?: Stored<Held>; table?: ReturnType<typeof office> } = {},
) =>
  ask(changeRoles, {
    as,
    table: more.table ?? office(persona, 'settings editor'),
    things: { member: personOf(persona), holdings: more.holdings },
    input: { roles },
  })

test('S-10: roles are set as one set, each once, and the pool is told', async () => {
  const { view, events } = await granted(change('owner', ['practitioner', 'coordinator', 'coordinator']))
  expect(view).toMatchObject({ roles: ['practitioner', 'coordinator'], sheet: practitionerSheet })
  expect(events).toEqual([{ type: 'person-changed', data: { personId: personOf('owner').personId } }])
})

test('D-01: whoever owns dossiers stays a practitioner until they are handed over', async () => {
  const holdings = held('owner', 2, 0)
  const outcome = await change('owner', ['coordinator'], { holdings })
  expect(outcome).toMatchObject({
    problem: 'inventory-not-empty',
    errors: [
      { pointer: '#/dossiers', detail: '2' },
      { pointer: '#/responsibilities', detail: '0' },
      { pointer: '#/spaces', detail: '0' },
    ],
  })
  expect(await granted(change('owner', ['coordinator', 'practitioner'], { holdings }))).toBeDefined()
})

test('C-05: whoever answers for dossiers becomes no guest until they are handed over', async () => {
  const holdings = held('responsible', 0, 1)
  expect(await change('responsible', ['guest'], { holdings })).toMatchObject({ problem: 'inventory-not-empty' })
  expect(await granted(change('responsible', ['user-manager'], { holdings }))).toBeDefined()
})

test('D-01: a dossier that comes to them at the same moment is met: one of the two is done', async () => {
  const table = office('owner', 'settings editor')
  const { writes = [] } = await granted(change('owner', ['coordinator'], { table }))
  await table.commit([holdMore(undefined, personOf('owner').personId, { dossiers: 1 })])
  expect(await table.commit(writes)).not.toBe('done')
})

test('C-05: who becomes a guest keeps no sheet and has no other role', async () => {
  const { view } = await granted(change('stranger', ['guest']))
  expect(view).toMatchObject({ roles: ['guest'], sheet: guestSheet })
  expect(await change('stranger', ['guest', 'practitioner'])).toMatchObject({ problem: 'invalid-input' })
})

test('S-01: a guest who becomes a member starts with the widest default of their roles', async () => {
  const invoices = { ...shutSheet, invoices: { view: 'all', edit: 'none' } } as const
  const table = holding(
    ...introduce(personOf('guest')),
    create(SheetDefaults, { role: 'coordinator', sheet: invoices }),
  )
  const { view } = await granted(change('guest', ['coordinator', 'practitioner'], { table }))
  expect(view.sheet).toEqual({ ...practitionerSheet, invoices: invoices.invoices })
})

test('S-02: the last one who may edit the settings becomes no guest', async () => {
  const table = office('settings editor')
  expect(await change('settings editor', ['guest'], { table })).toEqual({ problem: 'last-settings-editor' })
})

test('a client user has no roles', async () => {
  expect(await change('Full Access of the dossier', ['practitioner'])).toEqual({ problem: 'not-found' })
})

test('what is held is looked at again when the change is made, also where nothing was ever held', async () => {
  const { writes = [] } = await granted(change('owner', ['coordinator']))
  expect(writes).toContainEqual(
    create(Holdings, { personId: personOf('owner').personId, dossiers: 0, responsibilities: 0 }),
  )
  expect((writes[0] as { item?: Member } | undefined)?.item?.roles).toEqual(['coordinator'])
})
