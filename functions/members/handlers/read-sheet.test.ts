import { expect, test } from 'vitest'
import { practitionerSheet } from '../../../shared/sheet.ts'
import { ask, granted } from '../../../test/ask.ts'
import { personOf } from '../../../test/world.ts'
import { routes } from '../routes.ts'
import { readSheet } from './read-sheet.ts'

const as = personOf('settings reader')

test('S-08: the whole sheet is shown, with the version that a change of it names', async () => {
  const { view, version } = await granted(ask(readSheet, { as, things: { member: personOf('owner') } }))
  expect(routes.readSheet.output.parse(view)).toEqual(practitionerSheet)
  expect(version).toBe(1)
})

test.each(['guest', 'Administrator of the dossier'] as const)('C-05: "%s" has no sheet', async (persona) => {
  expect(await ask(readSheet, { as, things: { member: personOf(persona) } })).toEqual({ problem: 'not-found' })
})
