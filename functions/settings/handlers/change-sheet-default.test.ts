import { expect, test } from 'vitest'
import { perhaps } from '../../../shared/table/table.ts'
import { ask, granted } from '../../../test/ask.ts'
import { memoryTable } from '../../../test/memory-table.ts'
import { personOf, shutSheet } from '../../../test/world.ts'
import { SheetDefaults } from '../records.ts'
import { changeSheetDefault } from './change-sheet-default.ts'

const as = personOf('settings editor')
const table = memoryTable()
const chosenOf = async (role: string) => (await table.load({ chosen: perhaps(SheetDefaults, { role }) })).chosen
const change = async (role: string, input: object) =>
  ask((context) => changeSheetDefault({ ...context, params: { role } } as never), {
    as,
    table,
    things: { chosen: await chosenOf(role) },
    input,
  })

test('S-01: a default is chosen, and chosen anew, with a version each time', async () => {
  const first = await granted(change('practitioner', shutSheet))
  expect(await table.commit(first.writes ?? [])).toBe('done')
  const wider = { ...shutSheet, invoices: { view: 'all', edit: 'none' } }
  const second = await granted(change('practitioner', wider))
  expect([first.version, second.version]).toEqual([1, 2])
  expect(await table.commit(second.writes ?? [])).toBe('done')
  expect(await chosenOf('practitioner')).toEqual({ role: 'practitioner', sheet: wider, version: 2 })
})

test('S-01: of two first choices at once, one is made', async () => {
  const [one, other] = [
    await granted(change('coordinator', shutSheet)),
    await granted(change('coordinator', shutSheet)),
  ]
  expect(await table.commit(one.writes ?? [])).toBe('done')
  expect(await table.commit(other.writes ?? [])).not.toBe('done')
})

test('S-09: no default edits what it does not view', async () => {
  const sheet = { ...shutSheet, settings: { view: 'none', edit: 'all' } }
  expect(await change('practitioner', sheet)).toMatchObject({
    problem: 'edit-exceeds-view',
    errors: [{ pointer: '#/settings/edit' }],
  })
})

test.each(['guest', 'client-administrator', 'nobody'])('C-05: there is no default to set of %s', async (role) => {
  expect(await change(role, shutSheet)).toEqual({ problem: 'not-found' })
})
