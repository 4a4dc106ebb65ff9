import { expect, test } from 'vitest'
import { fullSheet, practitionerSheet } from '../../../shared/sheet.ts'
import { create } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { personOf, shutSheet } from '../../../test/world.ts'
import { SheetDefaults } from '../records.ts'
import { routes } from '../routes.ts'
import { readSheetDefaults } from './read-sheet-defaults.ts'

const as = personOf('settings reader')

test('S-01: every role but the guest has a default sheet: the one chosen, else the built-in one', async () => {
  const table = holding(create(SheetDefaults, { role: 'coordinator', sheet: shutSheet }))
  const { view } = await granted(ask(readSheetDefaults, { as, table }))
  const { items } = routes.readSheetDefaults.output.parse(view)
  expect(items.map(({ role }) => role)).toEqual([
    'administrator',
    'practitioner',
    'coordinator',
    'super-user',
    'user-manager',
    'super-admin',
  ])
  expect(items.find(({ role }) => role === 'coordinator')).toEqual({
    role: 'coordinator',
    sheet: shutSheet,
    chosen: true,
  })
  expect(items[0]).toEqual({ role: 'administrator', sheet: fullSheet, chosen: false })
  expect(items[1]).toEqual({ role: 'practitioner', sheet: practitionerSheet, chosen: false })
})
